/** What stands where an address or a long number stood. */
export const mailMask = "[@]";
export const numberMask = "[#]";

const mails = /[^\s@<>()"',;:]{1,64}@[^\s@<>()"',;.]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,6}/gu;
/** Telephone, customer, order and bank numbers; not years, sizes or error codes. */
const numbers = /(?:\+|\b(?:[A-Z]{2})?)\d(?:[ \-/.()]{0,2}\d){6,}/gu;

/** Takes e-mail addresses and numbers of seven and more digits out of a text that is kept. */
export function maskPersonal(text: string): string {
  return text.replace(mails, mailMask).replace(numbers, numberMask);
}

export function isMasked(text: string): boolean {
  return text.includes(mailMask) || text.includes(numberMask);
}
