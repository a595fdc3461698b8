import { everydayWords, salutations } from "@/lib/publications/first-names";
import { type Span, findSpans } from "@/lib/publications/span";

export const particles = new Set([
  "von",
  "van",
  "der",
  "de",
  "den",
  "zu",
  "zur",
  "vom",
  "of",
  "el",
  "al",
  "la",
  "le",
  "di",
  "da",
  "bin",
]);

/** The people we know by name: whole, each part, with initials, inflected, in other spellings. */
export function findKnownNames(text: string, names: readonly string[]): Span[] {
  return names.flatMap((given) => {
    const name = given.trim().replace(/\s+/g, " ");
    const parts = name.split(" ").filter((part) => part.length > 1 && !particles.has(part.toLowerCase()) && !salutations.has(part.replace(/\.$/, "")));
    if (name.length < 2 || parts.length === 0) return [];
    return [
      ...find(text, spelling(name), "i"),
      ...withInitials(text, parts),
      ...parts.flatMap((part) => [...partForms(part)].flatMap((form) => find(text, spelling(form), ""))),
    ];
  });
}

function withInitials(text: string, parts: string[]): Span[] {
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last || parts.length < 2) return [];
  return [
    ...find(text, `${spelling(first)} ${last.charAt(0)}\\.`, ""),
    ...find(text, `${first.charAt(0)}\\. ?${spelling(last)}`, ""),
  ];
}

/** As written and in capitals; in small letters unless that is an everyday word. */
function partForms(part: string): Set<string> {
  const small = part.toLowerCase();
  const forms = new Set([part, part.toUpperCase(), part.charAt(0).toUpperCase() + part.slice(1)]);
  if (part.length >= 4 && !everydayWords.has(small)) forms.add(small);
  return forms;
}

function find(text: string, pattern: string, flags: string): Span[] {
  const whole = String.raw`(?<![\p{L}\p{N}_])${pattern}(?:['’]?[sS]|['’])?(?![\p{L}\p{N}_])`;
  return findSpans("name", text, new RegExp(whole, `dgu${flags}`));
}

const variants: [RegExp, string][] = [
  [/ä|ae/g, "(?:ä|ae|a)"],
  [/ö|oe/g, "(?:ö|oe|o)"],
  [/ü|ue/g, "(?:ü|ue|u)"],
  [/Ä|AE|Ae/g, "(?:Ä|AE|Ae|A)"],
  [/Ö|OE|Oe/g, "(?:Ö|OE|Oe|O)"],
  [/Ü|UE|Ue/g, "(?:Ü|UE|Ue|U)"],
  [/ß|ss/g, "(?:ß|ss)"],
];

/** Mueller for Müller and the other way, Andre for André, with any apostrophe, hyphen or space. */
function spelling(name: string): string {
  const pieces = name.split(/(ä|ae|ö|oe|ü|ue|Ä|AE|Ae|Ö|OE|Oe|Ü|UE|Ue|ß|ss)/);
  return pieces.map((piece, n) => (n % 2 ? variant(piece) : plain(piece))).join("");
}

function variant(piece: string): string {
  return variants.find(([pattern]) => piece.search(pattern) === 0)?.[1] ?? piece;
}

function plain(piece: string): string {
  return Array.from(piece, (char) => {
    if (char === " ") return "\\s+";
    if (char === "-") return "[-\\s‑]";
    if (/['’]/.test(char)) return "['’]?";
    const bare = char.normalize("NFD").replace(/\p{M}/gu, "");
    return bare !== char && bare ? `(?:${char}|${bare})` : char.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  }).join("");
}
