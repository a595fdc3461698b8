import type { Question } from "./collections";

const places = 10;

export type Answered = { engine: string; keys: string[] };

/** What a running site answers, best first. */
export async function askSite(url: string, text: string, wishes: Record<string, string> = {}): Promise<Answered> {
  const query = new URLSearchParams({ q: text, limit: String(places + 1), ...wishes });
  const response = await fetch(`${url}/api/v1/search?${query}`);
  if (!response.ok) throw new Error(`The site answered ${response.status} to "${text}"`);
  const { hits, engine } = (await response.json()) as { hits: { kind: string; id: number }[]; engine: string };
  return { engine, keys: hits.map(({ kind, id }) => `${kind}:${id}`) };
}

/** Mean reciprocal rank of the first right answer among ten. */
export async function meanReciprocalRank(questions: Question[], ask: (text: string) => Promise<string[]> | string[]): Promise<number> {
  let sum = 0;
  for (const { text, right, self } of questions) {
    const found = (await ask(text)).filter((key) => key !== self).slice(0, places);
    const place = found.findIndex((key) => right.has(key));
    if (place >= 0) sum += 1 / (place + 1);
  }
  return Math.round((sum / questions.length) * 1000) / 1000;
}
