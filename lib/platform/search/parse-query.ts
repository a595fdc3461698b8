/** Far beyond five hundred words of any language. */
export const longestQuery = 10_000;
export const mostWords = 500;
const mostGroups = 8;

export type ParsedQuery = {
  /** What is looked for, without phrases and exclusions. */
  text: string;
  phrases: string[];
  excluded: string[];
  /** The last word may still be being typed. */
  open: boolean;
};

/** Reads what a person typed. Nothing is an error: what makes no sense is read as plain words. */
export function parseQuery(input: string): ParsedQuery {
  const clean = input
    .slice(0, longestQuery)
    .replace(/\p{Surrogate}|\p{Cc}|\p{Cf}/gu, " ")
    // Nobody types »these« to ask for a phrase: they come with sentences from elsewhere.
    .replace(/[“”„]/g, '"');
  const phrases: string[] = [];
  const excluded: string[] = [];
  const text = clean
    .replace(/(^|\s)(-?)"([^"]*)"/g, (whole, before: string, minus: string, group: string) => {
      const list = minus ? excluded : phrases;
      if (/[\p{L}\p{N}]/u.test(group) && list.length < mostGroups) list.push(group.trim());
      return " ";
    })
    .replace(/(^|\s)-(?=[\p{L}\p{N}])(\S+)/gu, (whole, before: string, word: string) => {
      if (excluded.length >= mostGroups) return whole;
      excluded.push(word);
      return " ";
    })
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, mostWords)
    .join(" ");
  return { text, phrases, excluded, open: /[\p{L}\p{N}]$/u.test(clean) };
}

/** The same with the words of its phrases as words like all others. */
export function withoutPhrases(parsed: ParsedQuery): ParsedQuery {
  return { ...parsed, text: [...parsed.phrases, parsed.text].join(" "), phrases: [] };
}
