export type SecretKind =
  | "name"
  | "email"
  | "phone"
  | "iban"
  | "card"
  | "order"
  | "address"
  | "birthdate"
  | "url_token"
  | "ip"
  | "secret";

export type Span = { kind: SecretKind; start: number; end: number };

/** Where `pattern` (flags d and g) is found: its group `x` if it has one, else all of it. */
export function findSpans(
  kind: SecretKind,
  text: string,
  pattern: RegExp,
  accept: (found: string, before: string, after: string) => boolean = () => true,
): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(pattern)) {
    const [start, end] = match.indices?.groups?.x ?? match.indices?.[0] ?? [0, 0];
    const found = text.slice(start, end);
    if (found && accept(found, text.slice(Math.max(0, start - 40), start), text.slice(end, end + 20))) {
      spans.push({ kind, start, end });
    }
  }
  return spans;
}

export function countDigits(text: string): number {
  return text.replace(/\D/g, "").length;
}

const someDate =
  /^\D{0,2}(\d{1,2}[./-]\s?\d{1,2}[./-]\s?(\d{4}|\d{2})|\d{4}-\d{2}-\d{2}|(0?\d|1[0-2])[./](19|20)\d{2})(?!\d)/;

export function isDate(text: string): boolean {
  return someDate.test(text);
}
