import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { isLocale, type Locale, locales } from "@/lib/platform/i18n/locale";
import { caches } from "@/lib/platform/pages/page-cache";
import { singleton } from "@/lib/platform/singleton";
import { type RuleData, ruleData, type RuleKind } from "./rule";
import { type LocaleTuning, type SearchTuning, untuned } from "./tuning";

/** The page tag that acts invalidate when the tuning changes. */
export const tuningTag = "search-tuning";
/** A process that hears nobody (worker, command line) looks again after this long. */
const unheardMs = 2_000;

export type InForce = { id: number; locale: Locale; kind: RuleKind; data: unknown };

const state = singleton("search.tuning", () => {
  const kept = {
    url: undefined as string | undefined,
    tuning: undefined as Promise<SearchTuning> | undefined,
    readAt: 0,
    listening: false,
    drop(tags: Iterable<string>) {
      for (const tag of tags) if (tag === tuningTag || tag === "*") kept.tuning = undefined;
    },
    setListening(listening: boolean) {
      kept.listening = listening;
      kept.tuning = undefined;
    },
  };
  caches.add(kept);
  return kept;
});

/** What the search was taught, per language. Kept in the process until somebody changes it; one query when it is not. */
export async function readSearchTuning(): Promise<SearchTuning> {
  const url = process.env.DATABASE_URL;
  const old = !state.listening && Date.now() - state.readAt > unheardMs;
  if (!state.tuning || old || state.url !== url) {
    const reading = read();
    state.tuning = reading;
    state.readAt = Date.now();
    state.url = url;
    reading.catch(() => {
      if (state.tuning === reading) state.tuning = undefined;
    });
  }
  return state.tuning;
}

/** Acts call it after their commit: processes without a listener must not go on with what was. */
export function forgetSearchTuning(): void {
  state.tuning = undefined;
}

async function read(): Promise<SearchTuning> {
  const { rows } = await db.execute<{ id: string; locale: string; kind: string; data: unknown }>(sql`
    select id, locale::text, kind::text, data from search_rules where removed_at is null
    union all
    select * from (select distinct on (locale) id, locale::text, 'threshold', to_jsonb(threshold) from search_calibrations order by locale, id desc) as latest
    order by 1`);
  const tuning = tuningOf(
    rows.flatMap(({ id, locale, kind, data }) =>
      isLocale(locale) && kind in ruleData ? [{ id: Number(id), locale, kind: kind as RuleKind, data }] : [],
    ),
  );
  for (const { locale, kind, data } of rows)
    if (isLocale(locale) && kind === "threshold") tuning[locale].suggestionThreshold = Number(data);
  return tuning;
}

/** These rules together. One that this version can't read is left out. */
export function tuningOf(rules: InForce[]): SearchTuning {
  const tuning = Object.fromEntries(locales.map((locale) => [locale, untuned()])) as SearchTuning;
  for (const { locale, kind, data } of rules) {
    const parsed = ruleData[kind].safeParse(data);
    if (parsed.success) add(tuning[locale], kind, parsed.data);
  }
  return tuning;
}

function add(tuning: LocaleTuning, kind: RuleKind, data: RuleData[RuleKind]): void {
  if (kind === "synonyms") tuning.synonyms.push((data as RuleData["synonyms"]).words);
  else if (kind === "one_way") tuning.oneWay.push(data as RuleData["one_way"]);
  else if (kind === "stop_word") tuning.stopWords.push((data as RuleData["stop_word"]).word);
  else if (kind === "pin") tuning.pins.push(data as RuleData["pin"]);
  else tuning.weights = data as RuleData["weights"];
}
