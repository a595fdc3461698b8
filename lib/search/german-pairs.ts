import type { SearchDocument } from "@/lib/platform/search/engine";

type Text = Pick<SearchDocument, "key" | "title" | "body">;
export type GoldPair = { kind: string; asked: string; keys: Set<string> };

const mostOfAKind = 100;
/** Where more than these hold a word of the same family, nobody can say which should come first. */
const mostDocuments = 5;
const links = ["", "s", "es", "n", "en", "er", "e"];
const endings = ["en", "n", "e", "er", "s"];

/** What is typed, and what the only text about it says. */
export const ownPairs: [string, string][] = [
  ["Halle", "die Sporthalle"],
  ["Historian", "den CCU-Historian"],
  ["Flusensieb", "das Sieb für Flusen"],
  ["Wallbox", "unsere Wallboxen"],
  ["Groesse", "die Größe"],
  ["Strasse", "eine Straße"],
  ["Häuser", "jedes Haus"],
  ["Waschmaschinentür", "die Waschmaschinen-Tür"],
  ["Ablauf Schlauch", "der Ablaufschlauch"],
  ["Kuehlschrank", "der Kühlschrank"],
  ["Lampe", "der Lampenschirm"],
  ["Kaffee", "ein Kaffeevollautomat"],
];

/**
 * Pairs made from the texts by rules that know nothing of how we split: a noun that occurs as such within other
 * nouns, spellings with a hyphen, umlauts, ß and plurals that people really wrote. Spread evenly, always the same.
 */
export function makeGoldPairs(documents: Text[]): GoldPair[] {
  const nouns = [...occurrences(documents, /(?<=[\p{L}\p{N},;)] )\p{Lu}\p{Ll}{3,}(?![\p{L}\p{N}-])/gu).keys()];
  const holding = lowered(occurrences(documents, /[\p{L}\p{N}]+/gu));
  const hyphenated = occurrences(documents, /(?<![\p{L}\p{N}-])\p{Lu}\p{Ll}{3,}-\p{Lu}\p{Ll}{3,}(?![\p{L}\p{N}-])/gu);
  const holdingOf = (word: string) => holding.get(word.toLowerCase()) ?? new Set<string>();
  const family = familyIn(holding);
  const compounds = compoundsOf(nouns, holding);
  const parts = compounds.flatMap(({ noun, first, last }) => [[first, noun] as const, [last, noun] as const]);
  const wish = (asked: string, keys: Keys | undefined, relatives: () => Keys): Wish => ({ asked, keys: keys ?? new Set(), relatives });
  return [
    ...some("part to compound", parts.map(([part, noun]) => wish(part, holdingOf(noun), () => family(part)))),
    ...some("compound to its parts", compounds.map(({ noun, first, last }) =>
      wish(noun, common(holdingOf(first), holdingOf(last)), () => common(family(first), family(last))))),
    ...some("hyphen", [...hyphenated].map(([word, keys]) => {
      const [first = "", last = ""] = word.split("-");
      return wish(first + last.toLowerCase(), keys, () => common(family(first), family(last)));
    })),
    ...some("umlaut", nouns.filter((noun) => /[äöü]/.test(noun)).map((noun) => wish(spelledOut(noun), holdingOf(noun), () => family(noun)))),
    ...some("ß", nouns.filter((noun) => noun.includes("ß")).map((noun) => wish(noun.replace("ß", "ss"), holdingOf(noun), () => family(noun)))),
    ...some("plural", nouns.flatMap((noun) => endings.map((ending) => wish(noun, holding.get(noun.toLowerCase() + ending), () => family(noun))))),
  ];
}

/** Marks that begin or end within a word, or hold less than three letters. */
export function fragmentsIn(html: string): string[] {
  const within = [...html.matchAll(/[\p{L}\p{N}]<mark>[^<]*<\/mark>|<mark>[^<]*<\/mark>[\p{L}\p{N}]/gu)].map(([text]) => text);
  const tiny = [...html.matchAll(/<mark>([^<]*)<\/mark>/g)].filter(([, text]) => /^\p{L}{1,2}$/u.test(text ?? "")).map(([text]) => text);
  return [...within, ...tiny];
}

type Keys = Set<string>;
type Wish = { asked: string; keys: Keys; relatives: () => Keys };

/** At most so many, spread over the alphabet. */
function some(kind: string, wishes: Wish[]): GoldPair[] {
  const sorted = wishes.filter(({ keys }) => keys.size > 0 && keys.size <= mostDocuments).sort((a, b) => (turned(a.asked) < turned(b.asked) ? -1 : 1));
  const kept = new Map<string, GoldPair>();
  for (const { asked, keys, relatives } of sorted) {
    if (kept.size >= mostOfAKind) break;
    const relative = relatives();
    // Documents that hold the word as it was typed are no proof of anything.
    if (!kept.has(asked) && relative.size <= mostDocuments) kept.set(asked, { kind, asked, keys });
  }
  return [...kept.values()];
}

/** Sorted by this, words come in an order that has nothing to do with what they mean. */
function turned(word: string): string {
  return [...word].reverse().join("");
}

/** Documents in which any word holds this one somewhere, whatever its umlauts and its last letters. */
function familyIn(holding: Map<string, Keys>): (word: string) => Keys {
  const all = `\n${[...holding.keys()].map((word) => `${plain(word)}\t${word}`).join("\n")}\n`;
  return (word) => {
    const core = plain(word.toLowerCase());
    const sought = core.length > 6 ? core.slice(0, -2) : core.length > 4 ? core.slice(0, -1) : core;
    const found: Keys = new Set();
    for (let at = all.indexOf(sought); at >= 0 && found.size <= mostDocuments; at = all.indexOf(sought, at + 1)) {
      const line = all.slice(all.lastIndexOf("\n", at) + 1, all.indexOf("\n", at));
      for (const key of holding.get(line.slice(line.indexOf("\t") + 1)) ?? []) found.add(key);
    }
    return found;
  };
}

function plain(word: string): string {
  return word.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("ß", "ss");
}

function occurrences(documents: Text[], pattern: RegExp): Map<string, Keys> {
  const found = new Map<string, Keys>();
  for (const { key, title, body } of documents)
    for (const [word] of `${title}\n${body}`.matchAll(pattern)) found.set(word, (found.get(word) ?? new Set()).add(key));
  return found;
}

function lowered(found: Map<string, Keys>): Map<string, Keys> {
  const all = new Map<string, Keys>();
  for (const [word, keys] of found) {
    const name = word.toLowerCase();
    all.set(name, new Set([...(all.get(name) ?? []), ...keys]));
  }
  return all;
}

/** Nouns made up of two words that people also wrote alone as nouns, and at most what usually links them. */
function compoundsOf(nouns: string[], holding: Map<string, Keys>): { noun: string; first: string; last: string }[] {
  const known = new Set(nouns.map((noun) => noun.toLowerCase()).filter((noun) => holding.has(noun)));
  return nouns.flatMap((noun) => {
    const word = noun.toLowerCase();
    for (let at = word.length - 4; at >= 4; at--) {
      const last = word.slice(at);
      if (!known.has(last)) continue;
      for (const link of links) {
        const first = word.slice(0, at).endsWith(link) ? word.slice(0, at - link.length) : "";
        if (first.length >= 4 && known.has(first)) return [{ noun, first, last }];
      }
    }
    return [];
  });
}

function common(a: Keys, b: Keys): Keys {
  return new Set([...a].filter((key) => b.has(key)));
}

function spelledOut(noun: string): string {
  return noun.replaceAll("ä", "ae").replaceAll("ö", "oe").replaceAll("ü", "ue");
}
