export const errors = {
  "error.unknown": "That did not work. Please try again.",
  "error.invalid": "Please check what is marked.",
  "error.notFound": "There is nothing here, or it is not for you.",
  "error.forbidden": "You may not do this.",
  "error.signIn": "Please sign in first.",
  "error.suspended": "Your account is paused at the moment, so you can read but not write.",
  "error.conflict": "This has changed in the meantime.",
  "error.tooMany":
    "That was a lot at once. Please try again in {seconds, plural, one {# second} other {# seconds}}.",
  "error.required": "This is needed.",
  "error.tooShort": "Please write at least {minimum} characters.",
  "error.tooLong": "Please stay under {maximum} characters.",
  "error.invalidValue": "This does not fit here.",
  "error.markdown.tooLong": "This text is too long.",
  "error.markdown.tooComplex":
    "This text is nested or formatted too deeply to be shown. Please make it simpler.",
  "error.file.tooLarge": "This file is too large. At most {megabytes} MB are possible.",
  "error.file.type": "This kind of file cannot be added. Pictures can be JPEG, PNG, WebP, GIF or AVIF.",
  "error.file.unreadable": "This picture is damaged and cannot be read.",
  "error.file.tooManyPixels":
    "This picture has too many pixels. At most {megapixels} megapixels are possible.",
  "error.file.incomplete": "The file did not arrive completely. Please try again.",
  "error.password.tooShort": "Please choose a password of at least {min} characters.",
  "error.password.tooLong": "A password can have at most {max} characters.",
  "error.password.common": "This password is easy to guess. Please choose another one.",
  "error.password.personal": "Please choose a password without your name or e-mail address.",
};
