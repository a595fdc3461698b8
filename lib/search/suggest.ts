import type { Actor } from "@/lib/members/actor";
import { parseInput } from "@/lib/platform/parse-input";
import { keyOf } from "@/lib/platform/search/engine";
import type { FoundCandidate } from "./find-ranked";
import type { Facets, SearchResult } from "./hit";
import { isHeldOut } from "./holdout";
import { suggestInput } from "./input";
import { bodyFrom, draftTitle, rankSuggestions } from "./rank-suggestions";
import { readHits } from "./read-hits";
import { readSearchTuning } from "./read-tuning";

const fewestCharacters = 12;
const fewestWords = 3;
/** A title that is shorter, once its story is told. */
const shortest = 3;
/** Of what is less likely hardly one in fifty was what had been meant, on labelled pairs of three forums. */
const leastLikely = 0.1;
/** Nobody narrows what is merely offered. */
const noFacets: Facets = { kinds: {}, states: {}, locales: {}, tags: [], categories: [], products: [], since: {} };

/** What may already answer a question that is being written, from 12 characters or 3 words of its title on, or with a body. */
export async function suggest(actor: Actor, input: unknown): Promise<SearchResult> {
  const { title, body, kinds, limit, preferLocale, voice, unsure, all, thread } = parseInput(suggestInput, input);
  const none: SearchResult = { hits: [], total: 0, engine: "postgres", facets: noFacets, notices: [] };
  const text = draftTitle(title);
  const isTold = text.length >= shortest && body.trim().length >= bodyFrom;
  if (text.length < fewestCharacters && text.split(" ").length < fewestWords && !isTold) return none;
  const { found, engine, query } = await rankSuggestions(actor, { title, body, kinds, count: limit, preferLocale, leaveOut: thread ? [keyOf("thread", thread)] : [] });
  // From the threshold on (worked out every night) it may be said that it is the same; the others merely resemble it.
  const { suggestionThreshold } = (await readSearchTuning())[preferLocale];
  const isSame = ({ likelihood }: FoundCandidate) => likelihood >= suggestionThreshold;
  const same = found.filter(isSame);
  const alike = unsure ? found.filter((candidate) => !isSame(candidate) && candidate.likelihood >= leastLikely) : [];
  const offered = [...same, ...alike].slice(0, limit);
  // Only where there is something to show are those who see it and those who don't alike.
  if (offered.length > 0 && !kinds && !all && (await isHeldOut(actor, voice))) return { ...none, engine, held: true };
  const keys = new Set(same.map(({ key }) => key));
  const hits = (query ? await readHits(offered, query, preferLocale) : []).map((hit) => ({ ...hit, same: keys.has(keyOf(hit.kind, hit.id)) }));
  return { hits, total: hits.length, engine, facets: noFacets, notices: [] };
}
