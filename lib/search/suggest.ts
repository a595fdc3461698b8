import type { Actor } from "@/lib/members/actor";
import { parseInput } from "@/lib/platform/parse-input";
import type { Facets, SearchResult } from "./hit";
import { isHeldOut } from "./holdout";
import { suggestInput } from "./input";
import { likelihoodOf } from "./likelihood";
import { draftTitle, rankSuggestions } from "./rank-suggestions";
import { readHits } from "./read-hits";
import { readSearchTuning } from "./read-tuning";

const fewestCharacters = 12;
const fewestWords = 3;
/** Nobody narrows what is merely offered. */
const noFacets: Facets = { kinds: {}, states: {}, locales: {}, tags: [], categories: [], products: [], since: {} };

/** What may already answer a question that is being written, from 12 characters or 3 words of its title on. */
export async function suggest(actor: Actor, input: unknown): Promise<SearchResult> {
  const { title, body, kinds, limit, preferLocale, voice, all } = parseInput(suggestInput, input);
  const none: SearchResult = { hits: [], total: 0, engine: "postgres", facets: noFacets, notices: [] };
  const text = draftTitle(title);
  if (text.length < fewestCharacters && text.split(" ").length < fewestWords) return none;
  const { found, engine, query } = await rankSuggestions(actor, { title, body, kinds, count: limit, preferLocale });
  // Below the threshold (worked out every night) a suggestion would only distract.
  const { suggestionThreshold } = (await readSearchTuning())[preferLocale];
  const likely = found.filter((candidate) => likelihoodOf(candidate) >= suggestionThreshold).slice(0, limit);
  // Only where there is something to show are those who see it and those who don't alike.
  if (likely.length > 0 && !kinds && !all && (await isHeldOut(actor, voice))) return { ...none, engine, held: true };
  const hits = query ? await readHits(likely, query, preferLocale) : [];
  return { hits, total: hits.length, engine, facets: noFacets, notices: [] };
}
