import { analyze } from "@/lib/platform/search/analyze";
import type { QueryWord } from "@/lib/platform/search/engine";
import type { Understood } from "@/lib/platform/search/understand-query";
import type { Hit } from "./hit";

const lookedAt = 5;

/**
 * What was found is for other words when nobody here ever wrote those that were typed. Spelt as the results spell
 * them: the index knows only stems. Undefined: everything was taken as it stands.
 */
export function spellOut(typed: string, query: Understood, hits: Hit[]): string | undefined {
  const taken = query.words.filter(isTakenForAnother).filter(({ share }) => share === 1);
  if (taken.length === 0) return undefined;
  let text = typed.replace(/\s+/g, " ").trim();
  let changed = false;
  for (const word of taken) {
    const meant = surfaceOf(word, hits);
    const at = meant === undefined ? -1 : text.toLowerCase().indexOf(word.text.toLowerCase());
    if (meant === undefined || at < 0 || meant.toLowerCase() === word.text.toLowerCase()) continue;
    text = text.slice(0, at) + meant + text.slice(at + word.text.length);
    changed = true;
  }
  return changed ? text : undefined;
}

/** None of its terms is the word itself or goes on from it. */
function isTakenForAnother({ text, terms }: QueryWord): boolean {
  if (terms.length === 0) return false;
  return terms.every(({ locale, term }) => analyze(text, locale).every((own) => !term.startsWith(own.term)));
}

function surfaceOf({ terms }: QueryWord, hits: Hit[]): string | undefined {
  for (const hit of hits.slice(0, lookedAt)) {
    const text = `${hit.title} ${hit.answer} ${hit.excerptHtml.replace(/<[^>]*>|&[^;\s]*;/g, " ")}`;
    const meant = new Set(terms.filter(({ locale }) => locale === hit.locale).map(({ term }) => term));
    const token = analyze(text, hit.locale).find(({ term, start, end }) => meant.has(term) && !/\s/.test(text.slice(start, end)));
    if (token) return text.slice(token.start, token.end);
  }
  return undefined;
}
