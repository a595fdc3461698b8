import type { Site } from "../site";
import type { Question } from "./collections";

const places = 10;
/** People don't wait for each other; the machine has two cores. */
const atOnce = 2;

type Hit = { kind: string; id: number; titleHtml: string; excerptHtml: string };
export type Answered = { engine: string; hits: Hit[]; keys: string[] };
export type Ask = (text: string) => Promise<string[]> | string[];

export type Asker<Asked = string> = { ask: (asked: Asked) => Promise<Answered>; /** How often another engine answered all the same. */ stoodIn: () => number };

/** So long in all, an engine that was slow and rests is asked again: another's answers say nothing of it. */
const patienceMs = 90_000;
const restMs = 500;
/** As the form sends it. */
const longestBody = 1_500;

/** What a running site finds, best first. */
export function askSite(site: Site, text: string, wishes: Record<string, string> = {}): Promise<Answered> {
  return get(site, "search", { q: text, limit: String(places + 1), ...wishes });
}

/** What a running site suggests to somebody who is writing a question. */
export function askForSuggestions(site: Site, { title, body = "" }: { title: string; body?: string }, wishes: Record<string, string> = {}): Promise<Answered> {
  return get(site, "suggest", { title, body: body.slice(0, longestBody), ...wishes });
}

/** Asks until this engine itself has answered. */
export function askerOf<Asked>(engine: string, ask: (asked: Asked) => Promise<Answered>): Asker<Asked> {
  const end = Date.now() + patienceMs;
  let others = 0;
  return {
    ask: async (asked) => {
      for (;;) {
        const answered = await ask(asked);
        if (answered.engine === engine || answered.keys.length === 0) return answered;
        if (Date.now() > end) {
          others += 1;
          return answered;
        }
        await new Promise((resolve) => setTimeout(resolve, restMs));
      }
    },
    stoodIn: () => others,
  };
}

async function get(site: Site, operation: string, query: Record<string, string>): Promise<Answered> {
  const response = await fetch(`${site.url}/api/v1/${operation}?${new URLSearchParams(query)}`);
  if (!response.ok) throw new Error(`The site answered ${response.status} to ${JSON.stringify(query)}`);
  const { hits, engine } = (await response.json()) as { hits: Hit[]; engine: string };
  return { engine, hits, keys: hits.map(({ kind, id }) => `${kind}:${id}`) };
}

/** MRR@10 and the share of questions with a right answer among ten. */
export async function scoreOf(questions: Question[], ask: Ask): Promise<{ mrr: number; hit: number }> {
  const ranks = await ofEach(questions, async ({ text, right, self }) => {
    const found = (await ask(text)).filter((key) => key !== self).slice(0, places);
    const place = found.findIndex((key) => right.has(key));
    return place < 0 ? 0 : 1 / (place + 1);
  });
  return { mrr: rounded(ranks.reduce((sum, rank) => sum + rank, 0) / ranks.length), hit: rounded(ranks.filter((rank) => rank > 0).length / ranks.length) };
}

/** A few at once, in the order of the items. */
export async function ofEach<Item, Result>(items: Item[], work: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const workers = Array.from({ length: atOnce }, async () => {
    for (let at = next++; at < items.length; at = next++) results[at] = await work(items[at] as Item);
  });
  await Promise.all(workers);
  return results;
}

export function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
