import type { errors as en } from "../en/errors";

export const errors: Record<keyof typeof en, string> = {
  "error.unknown": "Das hat nicht geklappt. Bitte versuchen Sie es noch einmal.",
  "error.invalid": "Bitte prüfen Sie, was markiert ist.",
  "error.notFound": "Hier gibt es nichts, oder es ist nicht für Sie bestimmt.",
  "error.forbidden": "Das dürfen Sie nicht.",
  "error.signIn": "Bitte melden Sie sich zuerst an.",
  "error.suspended": "Ihr Konto ruht im Moment: Sie können lesen, aber nicht schreiben.",
  "error.conflict": "Das hat sich inzwischen geändert.",
  "error.tooMany": "Das war viel auf einmal. Bitte versuchen Sie es in {seconds, plural, one {# Sekunde} other {# Sekunden}} wieder.",
  "error.required": "Das wird gebraucht.",
  "error.tooShort": "Bitte schreiben Sie mindestens {minimum} Zeichen.",
  "error.tooLong": "Bitte bleiben Sie unter {maximum} Zeichen.",
  "error.invalidValue": "Das passt hier nicht.",
};
