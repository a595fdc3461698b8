const none = 1;
const letter = 2;
const digit = 3;
const mark = 4;

/** What each sign of the basic plane is, found out once: several times as fast as asking a regular expression for whole texts. */
const kinds = new Uint8Array(0x10000);

/** Where the words of a text begin and end: letters and digits, with the apostrophes inside them. [start, end, start, end, …] */
export function cutWords(text: string): number[] {
  const places: number[] = [];
  let at = 0;
  while (at < text.length) {
    const kind = kindAt(text, at);
    if (kind !== letter && kind !== digit) {
      at += widthAt(text, at);
      continue;
    }
    const start = at;
    at = endOfRun(text, at, true);
    while (at < text.length && isApostrophe(text.charCodeAt(at))) {
      const end = endOfRun(text, at + 1, false);
      if (end === at + 1) break;
      at = end;
    }
    places.push(start, at);
  }
  return places;
}

function endOfRun(text: string, from: number, withDigits: boolean): number {
  let at = from;
  while (at < text.length) {
    const kind = kindAt(text, at);
    if (kind === none || (kind === digit && !withDigits)) break;
    at += widthAt(text, at);
  }
  return at;
}

function isApostrophe(code: number): boolean {
  return code === 0x27 || code === 0x2019;
}

function widthAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xd800 && code < 0xdc00 && at + 1 < text.length && (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code >= 0xd800 && code < 0xdc00) return kindOf(String.fromCodePoint(text.codePointAt(at) ?? 0));
  return (kinds[code] ||= kindOf(String.fromCharCode(code)));
}

function kindOf(sign: string): number {
  if (/^\p{L}$/u.test(sign)) return letter;
  if (/^\p{N}$/u.test(sign)) return digit;
  return /^\p{M}$/u.test(sign) ? mark : none;
}
