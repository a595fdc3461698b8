import { analyze } from "@/lib/platform/search/analyze";
import { editDistance } from "@/lib/platform/search/edit-distance";
import type { QueryWord } from "@/lib/platform/search/engine";
import type { Understood } from "@/lib/platform/search/understand-query";
import type { Hit } from "./hit";

const lookedAt = 8;
/** Near shorter words there are too many others: of "nass" nobody wants to hear "Nase". */
const shortestSlip = 5;

/**
 * What was found is for other words when nobody here ever wrote those that were typed (`showing`); what is written
 * here, but seldom beside something that looks like it, may be meant so (`didYouMean`). Spelt as the results spell
 * it: the index knows only stems.
 */
export function spellOut(typed: string, query: Understood, hits: Hit[]): { showing?: string; didYouMean?: string } {
  const words = query.words.filter(({ meant, share }) => meant && share === 1);
  const showing = respell(typed, words.filter((word) => !isWritten(word) && !isKnownByParts(word)), hits);
  const didYouMean = respell(showing ?? typed, words.filter(isWritten), hits);
  return { ...(showing !== undefined && { showing }), ...(didYouMean !== undefined && { didYouMean }) };
}

/** Undefined: nothing to spell otherwise. */
function respell(typed: string, words: QueryWord[], hits: Hit[]): string | undefined {
  let text = typed.replace(/\s+/g, " ").trim();
  let changed = false;
  for (const word of words) {
    const spelt = surfaceOf(word, hits);
    const at = spelt === undefined ? -1 : text.toLowerCase().indexOf(word.text.toLowerCase());
    if (spelt === undefined || at < 0 || spelt.toLowerCase() === word.text.toLowerCase()) continue;
    text = text.slice(0, at) + spelt + text.slice(at + word.text.length);
    changed = true;
  }
  return changed ? text : undefined;
}

function isWritten({ text, terms }: QueryWord): boolean {
  return terms.some(({ locale, term, documents }) => documents > 0 && analyze(text, locale).some((own) => own.term === term));
}

/** A compound that nobody wrote, of parts that everybody does, is no misspelling; the parts of what it was taken for are not its own. */
function isKnownByParts({ text, terms }: QueryWord): boolean {
  return terms.some(({ part, locale }) => part && analyze(text, locale).some(({ compound }) => compound !== null));
}

/** Of what the first results write the one nearest to what was typed. */
function surfaceOf({ meant, text: typed }: QueryWord, hits: Hit[]): string | undefined {
  const surfaces = hits.slice(0, lookedAt).flatMap((hit) => {
    if (meant?.locale !== hit.locale) return [];
    const text = `${hit.title} ${hit.answer} ${hit.excerptHtml.replace(/<[^>]*>|&[^;\s]*;/g, " ")}`;
    return analyze(text, hit.locale).flatMap(({ term, start, end }) => (term === meant.term ? [text.slice(start, end)] : []));
  });
  const slips = surfaces.filter((surface) => !/\s/.test(surface) && isSlipOf(surface, typed));
  return slips.toSorted((a, b) => slipsBetween(a, typed) - slipsBetween(b, typed))[0];
}

/** What only shares its stem with what somebody may have meant is another word: nobody who wrote "forever" meant "for". */
function isSlipOf(spelt: string, typed: string): boolean {
  if (typed.length < shortestSlip || Math.abs(spelt.length - typed.length) > 1) return false;
  const most = typed.length > shortestSlip ? 2 : 1;
  return spelt[0]?.toLowerCase() === typed[0]?.toLowerCase() && slipsBetween(spelt, typed) <= most;
}

function slipsBetween(spelt: string, typed: string): number {
  return editDistance(spelt.toLowerCase(), typed.toLowerCase(), 2);
}
