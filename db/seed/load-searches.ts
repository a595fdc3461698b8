import type { Tx } from "@/db/client";
import { searchQueries, suggestionOutcomes } from "@/db/schema";
import { company } from "./content/company";
import { search } from "./content/search";
import { before, type World } from "./world";

const WEEKS_MINUTES = 6 * 7 * 24 * 60;
/** How often a popular search was used in six weeks, and how many of ten opened what they found. */
const USES = 40;
const OPENED_OF_TEN = 7;
/** How often people went away without a word, having been shown something. */
const ABANDONED = 12;
/** Every so many of those who found nothing asked, and every so many wrote to a human. */
const ASKED_EVERY = 4;
const CHATTED_EVERY = 7;

type Row = typeof searchQueries.$inferInsert;
type Looked = { locale: "de" | "en"; words: string; times: number; hits: number; clicked?: string };

/** What visitors looked for, found or not, and opened: single searches of weeks, written together. */
export async function loadSearches(tx: Tx, world: World): Promise<void> {
  const found = (["de", "en"] as const).flatMap((locale) =>
    company.popularSearches[locale].map((words, index): Looked => {
      const opened = search.opened.find((each) => each.locale === locale && each.words === words);
      return { locale, words, times: USES - 6 * index, hits: 3 + index, clicked: opened && keyIn(world, opened.document) };
    }),
  );
  const rare = search.rare.map(({ document, ...each }): Looked => ({ ...each, hits: 4, clicked: keyIn(world, document) }));
  const lost = company.searchesWithoutHit.map((each): Looked => ({ ...each, hits: 0 }));
  await tx.insert(searchQueries).values([...found, ...rare, ...lost].flatMap((looked) => rowsOf(world, looked)));
  await loadOutcomes(tx, world);
}

function rowsOf(world: World, { locale, words, times, hits, clicked }: Looked): Row[] {
  return Array.from({ length: times }, (_, n) => {
    const opens = clicked !== undefined && (times < USES / 4 || n % 10 < OPENED_OF_TEN);
    const endedIn = hits > 0 ? null : n % ASKED_EVERY === 1 ? "question" : n % CHATTED_EVERY === 2 ? "chat" : null;
    return {
      query: words,
      locale,
      hits,
      engine: "postgres",
      voice: `sample-${words}-${n}`,
      typedMs: 1_400 + 90 * (n % 17),
      tookMs: 9 + (n % 13),
      clicked: opens ? [clicked] : [],
      endedIn,
      createdAt: before(world, spread(n, times)),
    };
  });
}

async function loadOutcomes(tx: Tx, world: World): Promise<void> {
  const one = (document: string) => {
    const [kind = "", id] = keyIn(world, document).split(":");
    return { kind, id: Number(id) };
  };
  const known = search.outcomes.flatMap(({ locale, title, times, helped, meToo, shown = [] }) => {
    const right = helped ?? meToo;
    const outcome = helped ? "left_satisfied" : meToo ? "me_too" : "posted_anyway";
    return Array.from({ length: times }, (_, n) => ({
      title,
      locale,
      shown: (right ? [right] : shown).map(one),
      opened: right ? [one(right)] : [],
      threadId: right?.startsWith("thread:") ? one(right).id : null,
      outcome,
      createdAt: before(world, spread(n, times)),
    }));
  });
  const titles = search.outcomes.map(({ title, locale, shown, helped }) => ({ title, locale, shown: (shown ?? (helped ? [helped] : [])).map(one) }));
  const abandoned = Array.from({ length: ABANDONED }, (_, n) => ({
    ...(titles[n % titles.length] ?? { title: "", locale: "de" as const, shown: [] }),
    outcome: "abandoned",
    createdAt: before(world, spread(n, ABANDONED)),
  }));
  await tx.insert(suggestionOutcomes).values([...known, ...abandoned]);
}

/** "article:descale-miro" as the key of the document it became. */
export function keyIn(world: World, document: string): string {
  const [kind = "", key = ""] = document.split(":");
  const entry = kind === "article" ? world.articles.get(key) : world.threads.get(key);
  if (!entry) throw new Error(`The sample has no ${document}`);
  return `${kind}:${entry.id}`;
}

/** Evenly over the weeks, a little more of late. */
function spread(n: number, times: number): number {
  return Math.round(30 + WEEKS_MINUTES * ((n + 0.5) / times) ** 1.3);
}
