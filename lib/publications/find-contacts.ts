import { type Span, countDigits, findSpans, isDate } from "@/lib/publications/span";

const secretUrl =
  /[?&#](?:[\w-]*(?:token|key|sig|code|auth|session|pass|pwd|secret|otp|jwt|hash|reset|invite|mail|user|phone)=[^&\s]{4,}|\w*id=[\w-]*\d{8})|\/\/[^/\s@]+:[^/\s@]+@|\/(?=\w*\d)(?=\w*[a-z])\w{24,}|(?:order|bestell|kund|customer|account|invoice|rechnung|ticket|auftr)[^?\s]*\/[\w-]*\d{5}/i;
const url = /https?:\/\/[^\s<>"'«»)\]]*[^\s<>"'«»)\].,;:!?*]/dgiu;

const email =
  /(?<![\p{L}\p{N}.])[\p{L}\p{N}][\p{L}\p{N}._%+'’-]{0,63}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/dgu;
const dot = String.raw`(?:\.|\s?[\[({]\s?(?:dot|punkt)\s?[\])}]\s?|\s(?:dot|punkt)\s)`;
const at = String.raw`(?:\s?[\[({]\s?(?:at|ät|@)\s?[\])}]\s?|\s(?:at|ät)\s(?=[\p{L}\p{N}-]+(?:\s(?:dot|punkt)\s|\.\p{L}{2})))`;
const spelledEmail = new RegExp(
  String.raw`(?<![\p{L}\p{N}._-])[\p{L}\p{N}._-]{1,64}${at}[\p{L}\p{N}-]+(?:${dot}[\p{L}\p{N}-]+){0,4}?${dot}\p{L}{2,}`,
  "dgiu",
);
const handle = /(?:instagram|telegram|skype|snapchat|discord|signal)\s?[:\-]\s?(?<x>@?[\w.#-]{3,})/dgiu;

const gap = String.raw`[ \u00a0\-–./()]{0,3}`;
const international = new RegExp(
  String.raw`(?<![\p{L}\p{N}+:,])\(?(?:\+ ?|00 ?)[1-9]\d{0,2}(?:${gap}\d){6,13}(?!\d)`,
  "dgu",
);
const national = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,+/:-])\(?0[1-9]\d{0,4}\)?(?:${gap}\d){4,10}(?![\d:]|,\d)`,
  "dgu",
);
const american =
  /(?<![\p{L}\p{N}+-])(?:\+?1[-. ])?(?:\([2-9]\d{2}\) ?|[2-9]\d{2}[-. ])[2-9]\d{2}[-. ]\d{4}(?![\d-])/dgu;
const announced = new RegExp(
  String.raw`(?<!\p{L})(?:tel|telefon\p{L}*|handy\p{L}*|mobil\p{L}*|festnetz\p{L}*|fax|rückruf|rufnummer|durchwahl|nummer|anruf\p{L}*|rufe?n?|erreich\p{L}*|phone|cell|call|ring|text|reach|number|whats ?app|ext)(?!\p{L})[^\d\n!?]{0,30}?(?<x>[+(]{0,2}\d(?:${gap}\d){5,14})(?![\d:]|\.\d)`,
  "dgiu",
);
const partNumber =
  /(?<!\p{L})(?:(?:artikel|teile?|ersatzteil|modell|material)[- ]?(?:nummer|nr\.?)?|e-?nr\.?|art\.?-?nr\.?|(?:spare )?(?:part|item|model|article|product)s?(?: number| no\.?)?):?\s*$/iu;

const ipAddress =
  /(?<![\p{L}\p{N}.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\p{N}.]\d|\p{N})/dgu;
const version = /(?:version|firmware|release|update|app|software|v)\S*(?: to| auf| version| ist| is)?\s*$/i;
const mac = /(?<![\p{L}\p{N}:-])[\da-f]{2}(?:([:-])[\da-f]{2})(?:\1[\da-f]{2}){4}(?![\p{L}\p{N}:-])/dgiu;

/** Links that open something or tell whose it is. */
export function findSecretLinks(text: string): Span[] {
  return findSpans("url_token", text, url, (found) => secretUrl.test(found));
}

/** All other links: their digits are no phone numbers. */
export function findPlainLinks(text: string): Span[] {
  return findSpans("url_token", text, url, (found) => !secretUrl.test(found));
}

export function findEmails(text: string): Span[] {
  return [
    ...findSpans("email", text, email),
    ...findSpans("email", text, spelledEmail),
    ...findSpans("email", text, handle),
  ];
}

/** Numbers that the words before them call a phone number. */
export function findAnnouncedPhones(text: string): Span[] {
  return findSpans("phone", text, announced, (found, before) => !isDate(found) && !partNumber.test(before));
}

export function findPhones(text: string): Span[] {
  return [
    ...findSpans("phone", text, international, (found) => countDigits(found) >= 9),
    ...findSpans("phone", text, national, (found, before) => {
      const enough = countDigits(found) >= (/\D/.test(found) ? 8 : 9) && countDigits(found) <= 13;
      return enough && !isDate(found) && !partNumber.test(before);
    }),
    ...findSpans("phone", text, american),
  ];
}

export function findNetworkAddresses(text: string): Span[] {
  return [
    ...findSpans(
      "ip",
      text,
      ipAddress,
      (found, before) => Number(found.split(".")[0]) >= 10 && !version.test(before),
    ),
    ...findSpans("ip", text, mac),
  ];
}
