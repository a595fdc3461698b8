import type { auth as en } from "../en/auth";

export const auth: Record<keyof typeof en, string> = {
  "error.email": "Bitte geben Sie eine E-Mail-Adresse wie name@beispiel.de ein.",
  "error.displayName": "Bitte wählen Sie einen Namen aus gewöhnlichen Buchstaben oder Ziffern.",

  "auth.title": "Anmelden oder neu dabei",
  "auth.documentTitle": "Anmelden",
  "auth.continueWith": "Weiter mit {name}",
  "auth.orEmail": "oder mit E-Mail",
  "auth.email": "E-Mail-Adresse",
  "auth.emailPlaceholder": "name@beispiel.de",
  "auth.password": "Passwort",
  "auth.signIn": "Anmelden",
  "auth.sendLink": "Anmeldelink schicken",
  "auth.linkHint": "Ohne Passwort: Der Link gilt {minutes} Minuten, auch wenn Sie neu sind.",
  "auth.forgot": "Passwort vergessen?",
  "auth.newHere": "Neu hier?",
  "auth.signUp": "Konto anlegen",
  "auth.wrongPassword": "Adresse und Passwort passen nicht zusammen.",
  "auth.wrongCurrentPassword": "Das ist nicht Ihr jetziges Passwort.",

  "auth.keep": "Danach geht es genau hier weiter:",
  "auth.keepNothing": "Mit einem Konto können Sie",
  "auth.gain.ask": "fragen und erfahren, wenn jemand antwortet",
  "auth.gain.help": "sagen, was geholfen hat, und anderen helfen",
  "auth.gain.human": "mit Menschen von {company} sprechen, wenn nichts hilft",
  "auth.draft": "Ihr Entwurf",
  "auth.draftSaved": "Ihr Entwurf, gesichert um {time} Uhr",
  "auth.draftOf": "Ihr Entwurf, gesichert am {day} um {time} Uhr",

  "auth.sent.title": "Sehen Sie in Ihre E-Mails",
  "auth.sent.text":
    "Wenn wir an diese Adresse schreiben dürfen, ist ein Brief mit einem Link unterwegs. Er gilt einmal und {minutes} Minuten lang.",
  "auth.sent.hint":
    "Nichts da? Sehen Sie auch bei den unerwünschten Briefen nach. Um Fremde zu schützen, bekommt eine noch nie bestätigte Adresse höchstens einen Brief am Tag.",
  "auth.sent.kept": "Diese Community hat noch keinen Mailserver: Briefe liegen für das Team unter „E-Mails“.",
  "auth.sent.back": "Zurück zur Anmeldung",

  "auth.signUp.title": "Dabei sein",
  "auth.signUp.documentTitle": "Konto anlegen",
  "auth.signUp.name": "Wie sollen andere Sie sehen?",
  "auth.signUp.nameHint": "Ihr Name oder ein anderer; er steht bei dem, was Sie schreiben.",
  "auth.signUp.passwordHint": "Mindestens {minimum} Zeichen. Ein Satz merkt sich leichter als Sonderzeichen.",
  "auth.signUp.do": "Konto anlegen",
  "auth.signUp.have": "Sie haben schon ein Konto?",
  "auth.welcome.title": "Fast fertig",
  "auth.welcome.text":
    "Wir haben Ihnen geschrieben. Öffnen Sie den Link in diesem Brief, damit wir Bescheid sagen können, wenn jemand antwortet. Warten müssen Sie darauf nicht.",
  "auth.welcome.go": "Weiter",

  "auth.link.title": "Mit Ihrem Link anmelden",
  "auth.link.text": "Ein Klick, und Sie sind drin.",
  "auth.link.do": "Jetzt anmelden",
  "auth.link.newTitle": "Willkommen",
  "auth.link.newText": "Zu Ihrer Adresse gibt es noch kein Konto. Wählen Sie einen Namen, dann ist es angelegt.",
  "auth.link.over": "Dieser Link wurde schon benutzt oder ist zu alt. Bitte fordern Sie einen neuen an.",
  "auth.link.overTitle": "Dieser Link gilt nicht mehr",
  "auth.link.invalid": "Dieser Link ist nicht vollständig.",
  "auth.link.again": "Neuen Link anfordern",

  "auth.reset.title": "Neues Passwort wählen",
  "auth.reset.askTitle": "Passwort vergessen?",
  "auth.reset.askText": "Nennen Sie uns Ihre Adresse, wir schicken Ihnen einen Link zu einem neuen Passwort.",
  "auth.reset.ask": "Link schicken",
  "auth.reset.new": "Neues Passwort",
  "auth.reset.do": "Speichern und anmelden",
  "auth.reset.text": "Danach sind Sie überall sonst abgemeldet.",

  "auth.verify.title": "Adresse bestätigen",
  "auth.verify.text": "Ein Klick, und wir können Ihnen schreiben, wenn jemand antwortet.",
  "auth.verify.do": "Adresse bestätigen",
  "auth.verify.signInFirst": "Bitte melden Sie sich zuerst an, mit dem Konto, das Sie mit dieser Adresse angelegt haben.",
  "auth.verify.otherAccount": "Dieser Link gehört zu einem anderen Konto als dem, mit dem Sie angemeldet sind.",

  "auth.oidc.failed": "Die Anmeldung mit {name} hat nicht geklappt. Bitte versuchen Sie es noch einmal, oder nehmen Sie Ihre E-Mail-Adresse.",
  "auth.oidc.unverified":
    "{name} hat Ihre E-Mail-Adresse nicht bestätigt, deshalb wissen wir nicht, ob sie Ihnen gehört. Bitte melden Sie sich mit E-Mail an.",
  "auth.oidc.unproved":
    "Zu dieser Adresse gibt es ein Konto, das nie bestätigt wurde. Bitte melden Sie sich hier zuerst mit E-Mail an, danach geht auch {name}.",
  "auth.oidc.deactivated": "Dieses Konto ist geschlossen.",

  "auth.unsubscribe.title": "Briefe abbestellen",
  "auth.unsubscribe.text":
    "Unter Ihren Mitteilungen finden Sie weiterhin alles. In Ihren Einstellungen können Sie Briefe wieder anschalten.",
  "auth.unsubscribe.do": "Briefe abbestellen",
  "auth.unsubscribe.done": "Wir schreiben Ihnen nicht mehr über das, was hier geschieht.",
};
