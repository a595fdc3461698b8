const german: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss", æ: "ae", ø: "o", đ: "d", ł: "l", ı: "i" };
const maximum = 80;

/** The readable part of an address: lower case ASCII words, at most 80 characters, never empty. */
export function slugOf(title: string, fallback = "thread"): string {
  const words = title
    .normalize("NFC")
    .toLowerCase()
    .replace(/[äöüßæøđłı]/g, (letter) => german[letter] ?? letter)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return cut(words) || fallback;
}

function cut(words: string): string {
  if (words.length <= maximum) return words;
  const head = words.slice(0, maximum + 1);
  const end = head.lastIndexOf("-");
  return head.slice(0, end > maximum / 2 ? end : maximum).replace(/-+$/, "");
}
