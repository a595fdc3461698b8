import type { mail as en } from "../en/mail";

export const mail: Record<keyof typeof en, string> = {
  "mail.greeting": "Guten Tag {name},",
  "mail.greetingPlain": "Guten Tag,",
  "mail.signature": "Ihre {company} Community",
  "mail.buttonHint": "Falls der Knopf nicht geht, kopieren Sie diese Adresse in Ihren Browser:",
  "mail.unasked": "Wenn Sie diesen Brief nicht angefordert haben, brauchen Sie nichts zu tun.",
  "mail.why": "Sie bekommen diesen Brief, weil Sie ein Konto in der {company} Community haben.",
  "mail.settings": "Ändern, worüber wir Ihnen schreiben",
  "mail.unsubscribe": "Diese Briefe abbestellen",

  "mail.sign_in_link.subject": "Ihr Anmeldelink",
  "mail.sign_in_link.text":
    "Mit diesem Link melden Sie sich ohne Passwort in der {company} Community an. Er gilt einmal und {minutes} Minuten lang.",
  "mail.sign_in_link.button": "Anmelden",

  "mail.verify_email.subject": "Bitte bestätigen Sie Ihre Adresse",
  "mail.verify_email.text":
    "Willkommen in der {company} Community. Bitte bestätigen Sie, dass diese Adresse Ihnen gehört, damit wir Ihnen schreiben können, wenn jemand antwortet.",
  "mail.verify_email.button": "Adresse bestätigen",

  "mail.account_exists.subject": "Sie haben schon ein Konto",
  "mail.account_exists.text":
    "Jemand, vermutlich Sie, wollte sich mit dieser Adresse in der {company} Community registrieren. Dafür gibt es schon ein Konto, es hat sich also nichts geändert.\n\nSie können sich mit Ihrem Passwort anmelden oder sich einen Anmeldelink schicken lassen, falls Sie es vergessen haben.",
  "mail.account_exists.button": "Zur Anmeldung",

  "mail.reset_password.subject": "Neues Passwort wählen",
  "mail.reset_password.text":
    "Hier wählen Sie ein neues Passwort für die {company} Community. Der Link gilt einmal und {minutes} Minuten lang. Danach sind Sie überall sonst abgemeldet.",
  "mail.reset_password.button": "Neues Passwort wählen",

  "mail.password_changed.subject": "Ihr Passwort wurde geändert",
  "mail.password_changed.text":
    "Das Passwort Ihres Kontos in der {company} Community wurde gerade geändert, alle anderen Geräte wurden abgemeldet.\n\nWenn Sie das nicht waren, wählen Sie bitte sofort ein neues.",
  "mail.password_changed.button": "Neues Passwort wählen",

  "mail.transcript.subject": "Ihr Gespräch: {title}",
  "mail.transcript.text": "Hier ist Ihr Gespräch mit {company} über „{title}“.",
  "mail.transcript.picture": "[Bild {name}]",
  "mail.transcript.button": "Zum Gespräch",

  "mail.notification.subject": "{sentence}",
  "mail.notification.text": "{sentence}",
  "mail.notification.button": "Ansehen",
};
