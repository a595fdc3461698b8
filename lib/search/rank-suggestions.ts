import type { Actor } from "@/lib/members/actor";
import type { Locale } from "@/lib/platform/i18n/locale";
import { parseQuery } from "@/lib/platform/search/parse-query";
import type { ReadCandidate } from "@/lib/platform/search/read-candidates";
import { findRanked, type FoundRanked } from "./find-ranked";

const longestTitle = 500;
/** A body counts from so many characters on. */
export const bodyFrom = 40;
const bodyLooked = 2_000;
const bodyShare = 0.35;

type Draft = { title: string; body: string; kinds?: string[]; count: number; preferLocale: Locale; leaveOut?: string[] };

/** What resembles a question that is being written, most alike first, sure or not. */
export async function rankSuggestions(actor: Actor, { title, body, kinds, count, preferLocale, leaveOut }: Draft): Promise<FoundRanked> {
  const more = body.trim().length >= bodyFrom ? [{ text: body.slice(0, bodyLooked), share: bodyShare }] : [];
  return findRanked(actor, {
    // What is asked is prose: quotes and dashes in it are no commands.
    parsed: { ...parseQuery(draftTitle(title).replace(/["“”„«»]/g, " ").replace(/(^|\s)-+/g, "$1")), open: false },
    filter: { kinds },
    count,
    preferLocale,
    more,
    leaveOut,
    prior,
  });
}

export function draftTitle(title: string): string {
  return title.slice(0, longestTitle).replace(/\s+/g, " ").trim();
}

function prior({ kind, state }: ReadCandidate): number {
  if (kind === "article") return 1.3;
  return state === "solved" ? 1.15 : 1;
}
