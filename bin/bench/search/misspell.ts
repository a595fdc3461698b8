import type { Locale } from "@/lib/platform/i18n/locale";
import { lines } from "./collections";

const shortest = 4;
const pairs = new Map<string, string>();

/** One word as people were seen to misspell it; the text as it is when none of its words is in their list. */
export function misspell(text: string, locale: Locale): string {
  if (pairs.size === 0) for (const { lang, right, wrong } of lines<{ lang: string; right: string; wrong: string }>("typos/typos.jsonl.gz")) pairs.set(`${lang}:${right.toLowerCase()}`, wrong);
  const wrongOf = (word: string) => pairs.get(`${locale}:${word.toLowerCase()}`);
  const word = wordsOf(text).find((one) => wrongOf(one));
  return word ? text.replace(word, wrongOf(word) ?? word) : text;
}

/**
 * A slip of the finger in the longest word, the same in every run: two letters swapped, one missing, one doubled or
 * one that lies beside it.
 */
export function slip(text: string): string {
  const word = wordsOf(text).sort((a, b) => b.length - a.length)[0];
  if (!word) return text;
  const seed = [...word].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9_973, 7);
  const at = 1 + (seed % (word.length - 2));
  const [before, letter = "", next = "", after] = [word.slice(0, at), word[at], word[at + 1], word.slice(at + 2)];
  const rows = ["qwertzuiop", "asdfghjkl", "yxcvbnm"];
  const row = rows.find((keys) => keys.includes(letter.toLowerCase())) ?? "";
  const beside = row[(row.indexOf(letter.toLowerCase()) + 1) % Math.max(1, row.length)] ?? "e";
  const slips = [`${before}${next}${letter}${after}`, `${before}${next}${after}`, `${before}${letter}${letter}${next}${after}`, `${before}${beside}${next}${after}`];
  return text.replace(word, slips[seed % 4] ?? word);
}

function wordsOf(text: string): string[] {
  return text.match(/\p{L}+/gu)?.filter(({ length }) => length >= shortest) ?? [];
}
