import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Actor, visitor } from "@/lib/members/actor";
import { assertCan } from "@/lib/members/require-member";
import { now } from "@/lib/platform/clock";
import { isMasked } from "@/lib/platform/mask-personal";
import type { Locale } from "@/lib/platform/i18n/locale";
import { parseInput } from "@/lib/platform/parse-input";
import { analyze } from "@/lib/platform/search/analyze";
import { canTuneSearch } from "./permissions";
import { readRules, tuningOf } from "./read-tuning";
import { type RuleInput, ruleInput } from "./rule-input";
import { searchTop, type TopHit } from "./search-top";
import { essence, type SearchTuning } from "./tuning";

const recentMs = 28 * 86_400_000;
const looked = 400;
/** More queries would keep the manager waiting. */
const tried = 10;
const shown = 5;

export type PreviewHit = TopHit & {
  /** Its place before or after; null when it was not among the first five. */
  other: number | null;
};
export type PreviewedQuery = { query: string; searches: number; before: PreviewHit[]; after: PreviewHit[]; changed: boolean };
export type RulePreview = {
  queries: PreviewedQuery[];
  /** Recent queries that the rule is about; when there are none its own words are tried. */
  concerned: number;
};

/** What a rule would do to what people really looked for of late: the first five before and after, changed ones first. */
export async function previewRule(actor: Actor, input: unknown): Promise<RulePreview> {
  const rule = parseInput(ruleInput, input);
  assertCan(canTuneSearch(actor));
  const rules = await readRules();
  const { kind, locale, data, replacesId } = rule;
  const staying = rules.filter((other) => other.id !== replacesId && !(kind === "weights" && other.kind === kind && other.locale === locale));
  const [now_, then] = [tuningOf(rules), tuningOf([...staying, { id: 0, locale, kind, data }])];
  const recent = await readRecent(locale);
  const concerned = recent.filter(({ query }) => isConcerned(rule, query));
  const own = ownWords(rule).filter((query) => !concerned.some((each) => essence(each.query, locale) === essence(query, locale)));
  const asked = [...concerned.slice(0, tried - Math.min(own.length, 3)), ...own.slice(0, 3).map((query) => ({ query, searches: 0 }))];
  const queries: PreviewedQuery[] = [];
  for (const each of asked) queries.push(await compare(each, locale, now_, then));
  return { queries: queries.sort((a, b) => Number(b.changed) - Number(a.changed) || b.searches - a.searches), concerned: concerned.length };
}

async function compare({ query, searches }: { query: string; searches: number }, locale: Locale, now_: SearchTuning, then: SearchTuning): Promise<PreviewedQuery> {
  const [before, after] = await Promise.all([searchTop(visitor, { query, locale, limit: shown, tuning: now_ }), searchTop(visitor, { query, locale, limit: shown, tuning: then })]);
  const placed = (hits: TopHit[], others: TopHit[]) =>
    hits.map((hit) => {
      const place = others.findIndex(({ key }) => key === hit.key);
      return { ...hit, other: place < 0 ? null : place };
    });
  const changed = before.length !== after.length || before.some(({ key }, index) => after[index]?.key !== key);
  return { query, searches, before: placed(before, after), after: placed(after, before), changed };
}

/** What was looked for most in the last weeks. */
async function readRecent(locale: Locale): Promise<{ query: string; searches: number }[]> {
  const since = new Date(now().getTime() - recentMs).toISOString();
  const { rows } = await db.execute<{ query: string; searches: number }>(sql`
    select lower(query) as query, count(*)::int as searches from search_queries
    where created_at > ${since}::timestamptz and locale = ${locale} and length(query) between 2 and 160
    group by 1 order by 2 desc, 1 limit ${looked}`);
  return rows.filter(({ query }) => !isMasked(query));
}

function isConcerned(rule: RuleInput, query: string): boolean {
  if (rule.kind === "weights") return true;
  if (rule.kind === "pin") return essence(query, rule.locale) === essence(rule.data.query, rule.locale);
  const terms = termsOf(query, rule.locale);
  return ownWords(rule).some((word) => [...termsOf(word, rule.locale)].every((term) => terms.has(term)));
}

function ownWords({ kind, data }: RuleInput): string[] {
  if (kind === "synonyms") return data.words;
  if (kind === "one_way") return [data.from];
  if (kind === "stop_word") return [data.word];
  return kind === "pin" ? [data.query] : [];
}

function termsOf(text: string, locale: Locale): Set<string> {
  return new Set(analyze(text, locale).map(({ term }) => term));
}
