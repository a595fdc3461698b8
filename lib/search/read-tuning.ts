import { sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { isLocale, type Locale, locales } from "@/lib/platform/i18n/locale";
import { caches } from "@/lib/platform/pages/page-cache";
import { singleton } from "@/lib/platform/singleton";
import type { Holdout } from "./holdout";
import { type RuleData, ruleData, type RuleKind } from "./rule";
import { type LocaleTuning, type SearchTuning, untuned } from "./tuning";

/** The page tag that acts invalidate when the tuning changes. */
export const tuningTag = "search-tuning";
/** A process that hears nobody (worker, command line) looks again after this long. */
const unheardMs = 2_000;

export const holdoutKey = "search.holdout";
const noHoldout: Holdout = { on: false, percent: 5, salt: "", since: null };
const holdoutSetting = z.object({ on: z.boolean(), percent: z.number().min(1).max(20), salt: z.string(), since: z.string().nullable() });

type Taught = { tuning: SearchTuning; holdout: Holdout };
export type InForce = { id: number; locale: Locale; kind: RuleKind; data: unknown };

const state = singleton("search.tuning", () => {
  const kept = {
    url: undefined as string | undefined,
    taught: undefined as Promise<Taught> | undefined,
    readAt: 0,
    listening: false,
    drop(tags: Iterable<string>) {
      for (const tag of tags) if (tag === tuningTag || tag === "*") kept.taught = undefined;
    },
    setListening(listening: boolean) {
      kept.listening = listening;
      kept.taught = undefined;
    },
  };
  caches.add(kept);
  return kept;
});

/** What the search was taught, per language. Kept in the process until somebody changes it; one query when it is not. */
export async function readSearchTuning(): Promise<SearchTuning> {
  return (await readTaught()).tuning;
}

/** Whether, and which share of people, see no suggestions for comparison. Kept like the tuning. */
export async function readHoldout(): Promise<Holdout> {
  return (await readTaught()).holdout;
}

async function readTaught(): Promise<Taught> {
  const url = process.env.DATABASE_URL;
  const old = !state.listening && Date.now() - state.readAt > unheardMs;
  if (!state.taught || old || state.url !== url) {
    const reading = read();
    state.taught = reading;
    state.readAt = Date.now();
    state.url = url;
    reading.catch(() => {
      if (state.taught === reading) state.taught = undefined;
    });
  }
  return state.taught;
}

/** Acts call it after their commit: processes without a listener must not go on with what was. */
export function forgetSearchTuning(): void {
  state.taught = undefined;
}

async function read(): Promise<Taught> {
  const rows = await readRows();
  const tuning = tuningOf(rulesIn(rows));
  for (const { locale, kind, data } of rows)
    if (isLocale(locale) && kind === "threshold") tuning[locale].suggestionThreshold = Number(data);
  const holdout = holdoutSetting.safeParse(rows.find(({ kind }) => kind === "holdout")?.data);
  return { tuning, holdout: holdout.success ? holdout.data : noHoldout };
}

/** The rules in force, the oldest first. */
export async function readRules(): Promise<InForce[]> {
  return rulesIn(await readRows());
}

type Row = { id: string; locale: string; kind: string; data: unknown };

async function readRows(): Promise<Row[]> {
  const { rows } = await db.execute<Row>(sql`
    select id, locale::text, kind::text, data from search_rules where removed_at is null
    union all
    select * from (select distinct on (locale) id, locale::text, 'threshold', to_jsonb(threshold) from search_calibrations order by locale, id desc) as latest
    union all
    select 0, 'en', 'holdout', value from settings where key = ${holdoutKey}
    order by 1`);
  return rows;
}

function rulesIn(rows: Row[]): InForce[] {
  return rows.flatMap(({ id, locale, kind, data }) =>
    isLocale(locale) && kind in ruleData ? [{ id: Number(id), locale, kind: kind as RuleKind, data }] : [],
  );
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
