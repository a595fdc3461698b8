import type { answers as en } from "../en/answers";

export const answers: Record<keyof typeof en, string> = {
  "error.answer.isSolution": "Diese Antwort ist die Lösung und kann nicht gelöscht werden.",
};
