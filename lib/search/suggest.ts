import type { Actor } from "@/lib/members/actor";
import { parseInput } from "@/lib/platform/parse-input";
import { parseQuery } from "@/lib/platform/search/parse-query";
import type { ReadCandidate } from "@/lib/platform/search/read-candidates";
import { findRanked } from "./find-ranked";
import type { SearchResult } from "./hit";
import { suggestInput } from "./input";
import { readHits } from "./read-hits";
import { readSearchTuning } from "./read-tuning";
import { countFacets } from "./count-facets";

const fewestCharacters = 12;
const fewestWords = 3;
const longestTitle = 500;
const bodyFrom = 40;
const bodyLooked = 2_000;
const bodyShare = 0.35;

/** What may already answer a question that is being written, from 12 characters or 3 words of its title on. */
export async function suggest(actor: Actor, input: unknown): Promise<SearchResult> {
  const { title, body, limit, preferLocale } = parseInput(suggestInput, input);
  const none: SearchResult = { hits: [], total: 0, engine: "postgres", facets: countFacets([]) };
  const text = title.slice(0, longestTitle).replace(/\s+/g, " ").trim();
  if (text.length < fewestCharacters && text.split(" ").length < fewestWords) return none;
  const more = body.trim().length >= bodyFrom ? [{ text: body.slice(0, bodyLooked), share: bodyShare }] : [];
  const { found, engine, query } = await findRanked(actor, {
    // What is asked is prose: quotes and dashes in it are no commands.
    parsed: { ...parseQuery(text.replace(/["“”„«»]/g, " ").replace(/(^|\s)-+/g, "$1")), open: false },
    filter: {},
    count: limit,
    preferLocale,
    more,
    prior,
  });
  // Below the threshold (worked out every night) a suggestion would only distract.
  const { suggestionThreshold } = (await readSearchTuning())[preferLocale];
  const likely = found.filter(({ coverage }) => coverage >= suggestionThreshold).slice(0, limit);
  const hits = query ? await readHits(likely, query, preferLocale) : [];
  return { hits, total: hits.length, engine, facets: countFacets(likely) };
}

function prior({ kind, state }: ReadCandidate): number {
  if (kind === "article") return 1.3;
  return state === "solved" ? 1.15 : 1;
}
