import type { threads as en } from "../en/threads";

export const threads: Record<keyof typeof en, string> = {
  "error.thread.locked": "Diese Frage ist geschlossen. Hier kann niemand mehr schreiben.",
  "error.thread.hasAnswers":
    "Hier gibt es schon Antworten. Bitte wenden Sie sich an die Moderation, wenn die Frage weg soll.",
  "error.thread.noOriginal": "Bitte wählen Sie eine andere Frage, die alle sehen können.",
  "error.thread.tooManyTags": "Möglich sind höchstens {maximum} Schlagwörter.",
  "error.post.edited": "Jemand hat das inzwischen geändert. Bitte vergleichen Sie beide Fassungen.",
  "error.category.unknown": "Diese Kategorie gibt es nicht.",
  "error.category.choose": "Bitte wählen Sie eine Kategorie.",
  "error.category.slugTaken": "Diese Adresse hat schon eine andere Kategorie.",
  "error.category.tooDeep": "Kategorien können drei Ebenen haben.",
  "error.category.circle": "Eine Kategorie kann nicht unter sich selbst stehen.",
  "error.category.wider": "Diese Kategorie kann nicht für mehr Menschen sichtbar sein als die darüber.",
};
