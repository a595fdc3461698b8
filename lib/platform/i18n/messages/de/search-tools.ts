import type { searchTools as en } from "../en/search-tools";

export const searchTools: Record<keyof typeof en, string> = {
  "error.search.word": "Bitte schreiben Sie ein Wort oder einige, die zusammenstehen.",
  "error.search.oneWord": "Bitte schreiben Sie ein einzelnes Wort.",
  "error.search.twoWords": "Es braucht mindestens zwei Wörter, die dasselbe bedeuten.",
  "error.search.sameWord": "Dasselbe Wort steht zweimal da.",
  "error.search.document": "Bitte nennen Sie eine Frage oder eine Anleitung aus dieser Community.",
  "error.search.sameDocument": "Dasselbe Dokument steht zweimal da.",
  "error.search.tooManyRules": "Für diese Sprache gibt es schon tausend Regeln. Bitte entfernen Sie zuerst einige.",
  "error.search.replaced": "Etwas Neueres ist an seine Stelle getreten. Bitte machen Sie zuerst das rückgängig.",
  "error.search.gapOpen":
    "{count, plural, one {„{words}“ findet unter den ersten drei noch keine Anleitung und keine gelöste Frage.} other {# der Suchen finden unter den ersten drei noch keine Anleitung und keine gelöste Frage, zum Beispiel „{words}“.}}",
  "error.search.owner": "Bitte wählen Sie jemanden aus dem Unternehmen.",
};
