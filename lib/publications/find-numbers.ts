import { type Span, countDigits, findSpans, isDate } from "@/lib/publications/span";

const ibanLengths: Record<string, number> = {
  AD: 24,
  AE: 23,
  AL: 28,
  AT: 20,
  BA: 20,
  BE: 16,
  BG: 22,
  CH: 21,
  CY: 28,
  CZ: 24,
  DE: 22,
  DK: 18,
  EE: 20,
  ES: 24,
  FI: 18,
  FR: 27,
  GB: 22,
  GR: 27,
  HR: 21,
  HU: 28,
  IE: 22,
  IS: 26,
  IT: 27,
  LI: 21,
  LT: 20,
  LU: 20,
  LV: 21,
  MC: 27,
  MT: 31,
  NL: 18,
  NO: 15,
  PL: 28,
  PT: 25,
  RO: 24,
  RS: 22,
  SE: 24,
  SI: 19,
  SK: 24,
  SM: 27,
  TR: 26,
  UA: 29,
};
const ibanStart = /(?<![\p{L}\p{N}])[a-z]{2}[ -]?\d{2}(?=[ -]?[a-z0-9]{2})/giu;
const bank =
  /(?<!\p{L})(?:kontonummer|konto-?nr\.?|blz|bankleitzahl|bic|swift(?:-code)?|account (?:number|no\.?)|sort code|routing (?:number|no\.?))(?:\s*(?:[:=]|is|ist|lautet))*\s*(?<x>[A-Z]{6}[A-Z0-9]{2,5}(?![\p{L}\p{N}])|\d(?:[ -]?\d){4,16})/dgiu;

const cardNumber = /(?<![\p{L}\p{N}])\d(?:[ -]?\d){12,18}(?![ -]?\d|\p{L})/dgu;
const cardDetail =
  /(?:endziffern|endet auf|endend auf|ending(?: in| with)?|ends (?:in|with)|last four(?: digits)?|cvv|cvc|cvn|prüfziffer|kartenprüfnummer|security code|expir\p{L}*|exp\.?|gültig bis|valid (?:until|thru))(?:\s*(?:[:=]|is|ist|sind|are|am|on))*\s*(?<x>\d{1,2}\/\d{2,4}(?![/\d])|\d{3,4}(?!\d))/dgiu;

const join = String.raw`(?:\s*(?:[:=#–]|(?<!\p{L})(?:ist|is|was|war|lautet|lautete|with|mit|die|the|nr|no|number|nummer|id|des geräte?s|der maschine|vom gerät|of (?:the|my) \p{L}+)(?!\p{L})\.?))*\s*`;
const code = String.raw`(?<x>#?(?:[a-z]{1,5} (?=\d)|(?=[a-z\d/._:-]*\d)[a-z\d]+)(?:[-/._:]?[a-z\d]+)*(?: [a-z]?\d[a-z\d/-]*){0,5}(?: [a-z](?![\p{L}\p{N}]))?)`;

/** Said to be a number of something of theirs. */
const numbered = new RegExp(
  String.raw`(?<!\p{L})(?:\p{L}*(?:bestell|auftrags?|kunden?|rechnungs?|vertrags?|vorgangs?|ticket|fall|serien|sendungs?|tracking|paket|retouren|rma|garantie|mitglieds?|steuer|ausweis|pass|versicherungs?|geräte|fabrikations|fertigungs|referenz|bearbeitungs|buchungs|gutschein|post|lieferschein|lieferung|bestätigungs|identifikations|matrikel|kd\.?|auftr\.?|best\.?|rechn?\.?|ser\.?|ust\.?)[- ]?(?:nummer|nr|id|kennung|code)|s\/n|sn|imei|aktenzeichen|kennzeichen|(?:order|customer|client|account|invoice|contract|ticket|case|serial|reference|ref|tracking|parcel|shipment|return|rma|warranty|membership|member|policy|passport|licen[cs]e|insurance|social security|tax|device|registration|booking|repair|job)\.? (?:number|no|nr|id|code|#))(?!\p{L})\.?${join}${code}`,
  "dgiu",
);
/** The thing itself, followed by a number long enough to be none of pieces, years or degrees. */
const named = new RegExp(
  String.raw`(?<!\p{L})(?:\p{L}*(?:bestellung|auftrag|rechnung|fall|vorgang|sendung|paket|lieferung|lieferschein|auftragsbestätigung|vertrag|ticket)|order|invoice|case|reference|ref|serial|parcel|shipment|delivery|contract|booking|claim|rma|ssn|account)(?!\p{L})\.?${join}${code}`,
  "dgiu",
);
const hashNumber = /(?<![\p{L}\p{N}&/])#\d{5,}(?!\p{L}|\d)/dgu;
const longNumber =
  /(?<![\p{L}\p{N}.,-])(?:1Z[A-Z0-9]{16}|[A-Z]{1,4}\d{9,}|\d{10,}|[A-Z]{2,5}-\d{2,4}-\d{3,}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})(?![\p{L}\p{N}]|[.,]\d)/dgu;
const production = /(?<![\p{L}\p{N}])FD[- ]?(?<x>\d{4}[ /-]?\d{4,6})(?!\d)/dgu;
const unit =
  /^\s?(?:rpm|u\/min|umdreh|€|eur|euro|£|\$|usd|w(?:att)?\b|v\b|kg|g\b|mm|cm|m\b|km|°|grad|degrees|min|stunden|hours|uhr|pa\b|hz|x\b|mal\b)/i;

const months = String.raw`(?:jan|feb|mär|mar|apr|mai|may|jun|jul|aug|sep|okt|oct|nov|dez|dec)\p{L}*\.?`;
const date = String.raw`(?<x>\d{1,2}[./-]\s?\d{1,2}[./-]\s?(?:\d{4}|\d{2})(?!\d)|\d{4}-\d{2}-\d{2}|\d{1,2}(?:\.|st|nd|rd|th)?\s+(?:of\s+)?${months}[ ,]+\d{2,4}|${months}\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|(?:19|20)\d{2}(?!\d))`;
const birthday = new RegExp(
  String.raw`(?<!\p{L})(?:geboren|geb\.|geburtsdatum|geburtstag|jahrgang|born|date of birth|birth ?date|d\.?o\.?b\.?|birthday|b-day)(?!\p{L})[^\d\n]{0,25}?${date}`,
  "dgiu",
);
const bornAfterwards = new RegExp(String.raw`${date}\s+(?:in \p{L}+ )?(?:geboren|zur welt)`, "dgiu");

const password =
  /(?<![\p{L}-])(?:\p{L}*passwor[td]|kennwort|passcode|passphrase|(?:wlan|wi-?fi)[- ]?(?:schlüssel|key|code|password)|pin|tan|otp|(?:bestätigungs|zugangs|sicherheits|verifizierungs|aktivierungs|einmal|anmelde)-?code|(?:verification|access|security|activation|one-time|login|confirmation) code)(?!\p{L})(?:\s*(?:[:=]|ist|lautet|is|was|war))*\s*["„“']?(?<x>[^\s"„“”'-][^\s"„“”']{3,})/dgiu;
const token =
  /(?<![\w-])(?:eyJ[\w-]+\.[\w-]+\.[\w-]*|(?:sk|pk|ghp|xox[abp])[-_][\w-]{12,}|(?=[A-Za-z_]*\d)(?=\w*[a-z])(?=\w*[A-Z])[\w]{32,}|[\da-f]{32,})(?![\w-])/dgu;

export function findBankAccounts(text: string): Span[] {
  return [...findIbans(text), ...findSpans("iban", text, bank)];
}

/** With a right checksum; with a wrong one, too, if it is all digits: a mistyped account is still somebody's. */
function findIbans(text: string): Span[] {
  const spans: Span[] = [];
  for (const { index: start } of text.matchAll(ibanStart)) {
    const length = ibanLengths[text.slice(start, start + 2).toUpperCase()];
    if (!length) continue;
    let end = start;
    let iban = "";
    while (iban.length < length && /[a-z0-9 \u00a0-]/i.test(text[end] ?? "")) {
      const char = text[end++] ?? "";
      if (/[a-z0-9]/i.test(char)) iban += char;
    }
    const whole = iban.length === length && !/[\p{L}\p{N}]/u.test(text[end] ?? "");
    if (whole && countDigits(iban) >= 10 && (checksum(iban) || countDigits(iban) === length - 2)) {
      spans.push({ kind: "iban", start, end });
    }
  }
  return spans;
}

function checksum(iban: string): boolean {
  const digits = (iban.slice(4) + iban.slice(0, 4)).replace(/[a-z]/gi, (letter) =>
    String(parseInt(letter, 36)),
  );
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97;
  return rest === 1;
}

export function findCards(text: string): Span[] {
  return [...findSpans("card", text, cardNumber, luhn), ...findSpans("card", text, cardDetail)];
}

function luhn(number: string): boolean {
  const digits = number.replace(/\D/g, "").split("").reverse().map(Number);
  const sum = digits.reduce(
    (total, digit, place) => total + (place % 2 ? (digit * 2 > 9 ? digit * 2 - 9 : digit * 2) : digit),
    0,
  );
  return sum % 10 === 0 && sum > 0;
}

/** Order, customer, serial and such numbers, by what they are called. */
export function findReferences(text: string): Span[] {
  return [
    ...findSpans(
      "order",
      text,
      numbered,
      (found) => countDigits(found) >= 2 && found.length >= 3 && plausible(found),
    ),
    ...findSpans("order", text, named, (found, _, after) => {
      return countDigits(found) >= 4 && !/^(19|20)\d\d$/.test(found) && !unit.test(after) && plausible(found);
    }),
  ];
}

function plausible(found: string): boolean {
  return !isDate(found) && !/^[a-z]+ /.test(found);
}

/** Numbers so long, or so written, that they can only be somebody's. */
export function findLongNumbers(text: string): Span[] {
  return [
    ...findSpans("order", text, hashNumber),
    ...findSpans("order", text, longNumber),
    ...findSpans("order", text, production),
  ];
}

export function findBirthdates(text: string): Span[] {
  return [...findSpans("birthdate", text, birthday), ...findSpans("birthdate", text, bornAfterwards)];
}

const shortCode =
  /(?<!\p{L})code(?!\p{L})(?:\s*(?:[:=]|ist|lautet|is|was|war))*\s*(?<x>\d{5,8})(?![\p{L}\p{N}])/dgiu;
const errorBefore = /(?:error|fault|fehler|product|produkt|artikel|modell?|(?<!\p{L})e)[- ]?$/iu;

/** A password needs a digit or sign, or a colon before it: "the password is wrong" is none. */
export function findPasswords(text: string): Span[] {
  const spans = findSpans(
    "secret",
    text,
    password,
    (found, before) => /[\d#$%&@^~+=]/.test(found) || /[:=]\s*$/.test(before),
  );
  const trimmed = spans.map((span) => ({
    ...span,
    end: span.end - (/[.,;:)]+$/.exec(text.slice(span.start, span.end))?.[0].length ?? 0),
  }));
  const codes = findSpans(
    "secret",
    text,
    shortCode,
    (_, before) => !errorBefore.test(before.replace(/code\W*(?:\p{L}+\s)?$/iu, "")),
  );
  return [...trimmed, ...codes, ...findSpans("secret", text, token)];
}
