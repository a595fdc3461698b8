import type { Locale } from "@/lib/platform/i18n/locale";
import { findAddresses } from "@/lib/publications/find-addresses";
import {
  findAnnouncedPhones,
  findEmails,
  findNetworkAddresses,
  findPhones,
  findPlainLinks,
  findSecretLinks,
} from "@/lib/publications/find-contacts";
import { findKnownNames, particles } from "@/lib/publications/find-known-names";
import { findNames } from "@/lib/publications/find-names";
import {
  findBankAccounts,
  findBirthdates,
  findCards,
  findLongNumbers,
  findPasswords,
  findReferences,
} from "@/lib/publications/find-numbers";
import type { SecretKind, Span } from "@/lib/publications/span";

export type Finding = Span & { original: string; replacement: string };

const labels: Record<Locale, Record<SecretKind, string>> = {
  de: {
    name: "Name",
    email: "E-Mail-Adresse",
    phone: "Telefonnummer",
    iban: "Bankverbindung",
    card: "Kartendaten",
    order: "Nummer",
    address: "Adresse",
    birthdate: "Geburtsdatum",
    url_token: "persönlicher Link",
    ip: "Netzwerkadresse",
    secret: "Zugangsdaten",
  },
  en: {
    name: "name",
    email: "e-mail address",
    phone: "phone number",
    iban: "bank account",
    card: "card details",
    order: "number",
    address: "address",
    birthdate: "date of birth",
    url_token: "personal link",
    ip: "network address",
    secret: "password",
  },
};

/**
 * Masks what tells who somebody is, before any human sees the text that is to be published. Rather once too
 * often: an agent sees every finding and can take it back, but nobody sees what was not found.
 */
export function redact(
  text: string,
  { names, locale }: { names: readonly string[]; locale: Locale },
): { redacted: string; findings: Finding[] } {
  // In order of how sure we are of the kind; a later one only gets what earlier ones left.
  const found = [
    ...findSecretLinks(text),
    ...findEmails(text),
    ...findPasswords(text),
    ...findBankAccounts(text),
    ...findCards(text),
    ...findReferences(text),
    ...findBirthdates(text),
    ...findAnnouncedPhones(text),
    ...findAddresses(text),
    ...findPhones(text),
    ...findLongNumbers(text),
    ...findNetworkAddresses(text),
    ...findKnownNames(text, names),
    ...findNames(text),
  ];
  const links = findPlainLinks(text);
  const known = found.filter(
    (span) => !links.some((link) => link.start <= span.start && span.end <= link.end),
  );
  const findings = withoutOverlap(text, known).map((span) => ({
    ...span,
    original: text.slice(span.start, span.end),
    replacement: `[${labels[locale][span.kind]}]`,
  }));
  return { redacted: replaceAll(text, findings), findings };
}

/** Earlier spans keep their place; of later ones remains what sticks out and holds a letter or digit. */
function withoutOverlap(text: string, spans: Span[]): Span[] {
  const kept: Span[] = [];
  for (const span of spans) {
    let pieces = [span];
    for (const other of kept) pieces = pieces.flatMap((piece) => subtract(piece, other));
    kept.push(...pieces.map((piece) => trim(text, piece)).filter(({ start, end }) => start < end));
  }
  return kept.sort((a, b) => a.start - b.start);
}

function subtract(span: Span, other: Span): Span[] {
  if (other.end <= span.start || span.end <= other.start) return [span];
  return [
    { ...span, end: other.start },
    { ...span, start: other.end },
  ].filter(({ start, end }) => start < end);
}

function trim(text: string, { kind, start, end }: Span): Span {
  const found = text.slice(start, end);
  if (!/[\p{L}\p{N}]/u.test(found)) return { kind, start, end: start };
  // "von" between a known name and the company's is no name of its own.
  if (kind === "name" && found.trim().split(/\s+/).every((word) => particles.has(word))) return { kind, start, end: start };
  const outer = /^\s*(?:\((?!.*\)))?/s.exec(found)?.[0].length ?? 0;
  return { kind, start: start + outer, end: start + found.trimEnd().length };
}

function replaceAll(text: string, findings: Finding[]): string {
  let redacted = "";
  let at = 0;
  for (const { start, end, replacement } of findings) {
    redacted += text.slice(at, start) + replacement;
    at = end;
  }
  return redacted + text.slice(at);
}
