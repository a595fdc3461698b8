import type { errors as en } from "../en/errors";

export const errors: Record<keyof typeof en, string> = {
  "error.unknown": "Das hat nicht geklappt. Bitte versuchen Sie es noch einmal.",
  "error.invalid": "Bitte prüfen Sie, was markiert ist.",
  "error.notFound": "Hier gibt es nichts, oder es ist nicht für Sie bestimmt.",
  "error.forbidden": "Das dürfen Sie nicht.",
  "error.signIn": "Bitte melden Sie sich zuerst an.",
  "error.suspended": "Ihr Konto ruht im Moment: Sie können lesen, aber nicht schreiben.",
  "error.conflict": "Das hat sich inzwischen geändert.",
  "error.tooMany":
    "Das war viel auf einmal. Bitte versuchen Sie es in {seconds, plural, one {# Sekunde} other {# Sekunden}} wieder.",
  "error.required": "Das wird gebraucht.",
  "error.tooShort": "Bitte schreiben Sie mindestens {minimum} Zeichen.",
  "error.tooLong": "Bitte bleiben Sie unter {maximum} Zeichen.",
  "error.invalidValue": "Das passt hier nicht.",
  "error.markdown.tooLong": "Dieser Text ist zu lang.",
  "error.markdown.tooComplex":
    "Dieser Text ist zu tief verschachtelt oder formatiert. Bitte vereinfachen Sie ihn.",
  "error.file.tooLarge": "Diese Datei ist zu groß. Möglich sind höchstens {megabytes} MB.",
  "error.file.type":
    "Diese Art Datei kann nicht hinzugefügt werden. Bilder können JPEG, PNG, WebP, GIF oder AVIF sein.",
  "error.file.unreadable": "Dieses Bild ist beschädigt und kann nicht gelesen werden.",
  "error.file.tooManyPixels":
    "Dieses Bild hat zu viele Bildpunkte. Möglich sind höchstens {megapixels} Megapixel.",
  "error.file.incomplete": "Die Datei ist nicht vollständig angekommen. Bitte versuchen Sie es noch einmal.",
  "error.password.tooShort": "Bitte wählen Sie ein Passwort mit mindestens {min} Zeichen.",
  "error.password.tooLong": "Ein Passwort kann höchstens {max} Zeichen haben.",
  "error.password.common": "Dieses Passwort ist leicht zu erraten. Bitte wählen Sie ein anderes.",
  "error.password.personal": "Bitte wählen Sie ein Passwort ohne Ihren Namen oder Ihre E-Mail-Adresse.",
  "error.editedMeanwhile": "Inzwischen hat jemand anders das geändert. Ihr Text ist noch da; vergleichen Sie beide.",
  "error.category.unknown": "Bitte wählen Sie eines der Themen.",
  "error.article.pickAnswers": "Bitte wählen Sie mindestens eine Antwort dieser Frage.",
  "error.article.state": "Die Anleitung ist schon in einem anderen Zustand. Bitte sehen Sie noch einmal nach.",
  "error.article.publishAt": "Bitte wählen Sie einen Zeitpunkt, der noch kommt.",
  "error.article.alreadyPromoted": "Aus dieser Frage gibt es schon eine Anleitung.",
  "error.moderation.reason": "Bitte nennen Sie dem Verfasser einen Grund.",
  "error.moderation.decided": "Darüber hat schon jemand anders entschieden.",
  "error.moderation.appealed": "Sie haben schon Einspruch erhoben. Wir antworten Ihnen.",
  "error.moderation.samePerson": "Das muss jemand anders ansehen als beim ersten Mal.",
  "error.tooSmall": "Bitte geben Sie mindestens {minimum} an.",
  "error.tooBig": "Bitte geben Sie höchstens {maximum} an.",
  "error.number": "Bitte geben Sie eine ganze Zahl an.",
};
