import type { answers as en } from "../en/answers";

export const answers: Record<keyof typeof en, string> = {
  "error.vote.own": "Über eigene Beiträge können Sie nicht abstimmen.",
  "error.vote.tooNew": "Dass etwas nicht hilft, können Sie sagen, sobald man Sie hier etwas kennt.",
"error.answer.isSolution": "Diese Antwort ist die Lösung und kann nicht gelöscht werden.",
};
