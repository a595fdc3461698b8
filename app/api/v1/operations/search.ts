import { z } from "zod";
import { locales } from "@/lib/platform/i18n/locale";
import { noticeCodes, threadKinds } from "@/lib/search/hit";
import { hitKinds, searchInput, suggestInput, suggestionOutcomeInput } from "@/lib/search/input";
import { recordSuggestionOutcome } from "@/lib/search/record-suggestion-outcome";
import { search } from "@/lib/search/search";
import { optOutInput, setSuggestionOptOut } from "@/lib/search/set-suggestion-opt-out";
import { suggest } from "@/lib/search/suggest";
import { voiceOf } from "@/lib/search/voice-of";
import { type AnyOperation, operation } from "../operation";

const hit = z.object({
  kind: z.enum(hitKinds),
  id: z.int(),
  url: z.string(),
  title: z.string(),
  titleHtml: z.string(),
  excerptHtml: z.string(),
  answer: z.string(),
  answeredBy: z.object({ name: z.string(), staff: z.boolean(), how: z.enum(["accepted", "official", "liked"]) }).nullable(),
  threadKind: z.enum(threadKinds).nullable(),
  state: z.string(),
  locale: z.enum(locales),
  category: z.object({ slug: z.string(), name: z.string() }),
  tags: z.array(z.string()),
  products: z.array(z.string()),
  author: z.string(),
  answerCount: z.int(),
  meTooCount: z.int(),
  score: z.int(),
  official: z.boolean(),
  durationMinutes: z.int().nullable(),
  scope: z.string(),
  cue: z.object({ videoId: z.int(), start: z.int() }).nullable().describe("Set: this is said in a video of the article, from this second on; url leads there"),
  same: z.boolean().optional().describe("Only of suggestions: so likely the same question, or its answer, that four of five such are right"),
  verifiedAt: z.string().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
});

const counts = z.record(z.string(), z.int());
const result = z.object({
  hits: z.array(hit),
  total: z.int(),
  more: z.boolean().optional(),
  engine: z.enum(["postgres", "meilisearch"]),
  facets: z.object({
    kinds: counts,
    states: counts,
    locales: counts,
    tags: z.array(z.object({ slug: z.string(), count: z.int() })),
    categories: z.array(z.object({ slug: z.string(), name: z.string(), count: z.int() })),
    products: z.array(z.object({ name: z.string(), count: z.int() })),
    since: counts,
  }),
  countedAmong: z.int().optional(),
  notices: z.array(z.object({ code: z.enum(noticeCodes), text: z.string() })),
  showing: z.string().optional(),
  didYouMean: z.string().optional(),
  answer: hit
    .pick({ kind: true, id: true, url: true, title: true, state: true, official: true, locale: true, answeredBy: true, verifiedAt: true })
    .extend({ html: z.string() })
    .optional(),
  nextCursor: z.string().optional(),
  held: z.boolean().optional(),
});

export const searchOperations: AnyOperation[] = [
  operation({
    method: "GET",
    path: "/search",
    operationId: "search",
    summary: "Threads, articles and passages of their videos that fit the words, best first",
    audience: "everyone",
    query: searchInput.omit({ preferLocale: true, voice: true }),
    replies: { 200: result },
    handle: async ({ actor, query, locale, request }) => ({
      status: 200,
      body: await search(actor, { ...query, preferLocale: locale, voice: voiceOf(request.address) }),
    }),
  }),
  operation({
    method: "GET",
    path: "/suggest",
    operationId: "suggest",
    summary: "What may already answer a question that is being written",
    audience: "everyone",
    query: suggestInput.omit({ preferLocale: true, voice: true }),
    replies: { 200: result },
    handle: async ({ actor, query, locale, request }) => ({
      status: 200,
      body: await suggest(actor, { ...query, preferLocale: locale, voice: voiceOf(request.address) }),
    }),
  }),
  operation({
    method: "POST",
    path: "/suggestions/outcomes",
    operationId: "recordSuggestionOutcome",
    summary: "Say what became of the items shown while asking",
    audience: "everyone",
    body: suggestionOutcomeInput.omit({ locale: true, voice: true }),
    replies: { 201: z.object({ id: z.int() }) },
    handle: async ({ actor, body, locale, request, tx }) => ({
      status: 201,
      body: await recordSuggestionOutcome(actor, { ...body, locale, voice: voiceOf(request.address) }, tx),
    }),
  }),
  operation({
    method: "PUT",
    path: "/suggestions/opt-out",
    operationId: "setSuggestionOptOut",
    summary: "Always see what may already answer a question, whatever is being compared",
    audience: "members",
    body: optOutInput,
    replies: { 200: z.object({ on: z.boolean() }) },
    handle: async ({ actor, body, tx }) => ({ status: 200, body: await setSuggestionOptOut(actor, body, tx) }),
  }),
];
