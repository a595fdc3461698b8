import type { Locale } from "@/lib/platform/i18n/locale";
import { lines } from "./collections";

const shortest = 5;
const pairs = new Map<string, string>();

/** The same question with one word misspelt: as people were seen to misspell it, else by a slip that comes out the same in every run. */
export function misspell(text: string, locale: Locale): string {
  if (pairs.size === 0) for (const { lang, right, wrong } of lines<{ lang: string; right: string; wrong: string }>("typos/typos.jsonl.gz")) pairs.set(`${lang}:${right.toLowerCase()}`, wrong);
  const words = text.match(/\p{L}+/gu) ?? [];
  const known = words.find((word) => word.length >= shortest && pairs.has(`${locale}:${word.toLowerCase()}`));
  const word = known ?? words.filter(({ length }) => length >= shortest).sort((a, b) => b.length - a.length)[0];
  if (!word) return text;
  return text.replace(word, pairs.get(`${locale}:${word.toLowerCase()}`) ?? slip(word));
}

/** Two letters swapped, one missing, one doubled or one that lies beside it. */
function slip(word: string): string {
  const seed = [...word].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9_973, 7);
  const at = 1 + (seed % (word.length - 2));
  const [before, letter = "", next = "", after] = [word.slice(0, at), word[at], word[at + 1], word.slice(at + 2)];
  const rows = ["qwertzuiop", "asdfghjkl", "yxcvbnm"];
  const row = rows.find((keys) => keys.includes(letter.toLowerCase())) ?? "";
  const beside = row[(row.indexOf(letter.toLowerCase()) + 1) % Math.max(1, row.length)] ?? "e";
  return [`${before}${next}${letter}${after}`, `${before}${next}${after}`, `${before}${letter}${letter}${next}${after}`, `${before}${beside}${next}${after}`][seed % 4] ?? word;
}
