/**
 * A letter is three messages: mail.<kind>.subject, .text (paragraphs apart by an empty line) and
 * .button, which may be empty. Adding the three makes a new kind for queueMail.
 */
export const mail = {
  "mail.greeting": "Hello {name},",
  "mail.greetingPlain": "Hello,",
  "mail.signature": "Your {company} Community",
  "mail.buttonHint": "If the button does not work, copy this address into your browser:",
  "mail.unasked": "If you did not ask for this letter, you need not do anything.",
  "mail.why": "You get this letter because you have an account in the {company} Community.",
  "mail.settings": "Change what we write to you about",
  "mail.unsubscribe": "Stop these letters",

  "mail.sign_in_link.subject": "Your sign-in link",
  "mail.sign_in_link.text":
    "With this link you sign in to the {company} Community without a password. It works once and for {minutes} minutes.",
  "mail.sign_in_link.button": "Sign in",

  "mail.verify_email.subject": "Please confirm your address",
  "mail.verify_email.text":
    "Welcome to the {company} Community. Please confirm that this address is yours, so that we can write to you when somebody answers.",
  "mail.verify_email.button": "Confirm address",

  "mail.account_exists.subject": "You already have an account",
  "mail.account_exists.text":
    "Somebody, probably you, wanted to sign up in the {company} Community with this address. There is an account for it already, so nothing was changed.\n\nYou can sign in with your password, or have a sign-in link sent to you if you have forgotten it.",
  "mail.account_exists.button": "To sign-in",

  "mail.reset_password.subject": "Choose a new password",
  "mail.reset_password.text":
    "Here you choose a new password for the {company} Community. The link works once and for {minutes} minutes. After that you are signed out everywhere else.",
  "mail.reset_password.button": "Choose a new password",

  "mail.password_changed.subject": "Your password was changed",
  "mail.password_changed.text":
    "The password of your account in the {company} Community has just been changed, and all other devices were signed out.\n\nIf that was not you, choose a new one at once.",
  "mail.password_changed.button": "Choose a new password",

  "mail.transcript.subject": "What was said: {title}",
  "mail.transcript.text": "Here is your conversation with {company} about “{title}”.",
  "mail.transcript.picture": "[picture {name}]",
  "mail.transcript.button": "To the conversation",

  "mail.notification.subject": "{sentence}",
  "mail.notification.text": "{sentence}",
  "mail.notification.button": "Have a look",
};
