export const errors = {
  "error.unknown": "That did not work. Please try again.",
  "error.invalid": "Please check what is marked.",
  "error.notFound": "There is nothing here, or it is not for you.",
  "error.forbidden": "You may not do this.",
  "error.signIn": "Please sign in first.",
  "error.suspended": "Your account is paused at the moment, so you can read but not write.",
  "error.conflict": "This has changed in the meantime.",
  "error.tooMany": "That was a lot at once. Please try again in {seconds, plural, one {# second} other {# seconds}}.",
  "error.required": "This is needed.",
  "error.tooShort": "Please write at least {minimum} characters.",
  "error.tooLong": "Please stay under {maximum} characters.",
  "error.invalidValue": "This does not fit here.",
};
