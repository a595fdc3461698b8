import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { db, inTransaction } from "@/db/client";
import { testDatabase } from "@/db/testing";
import { type CanaryWorld, leaksIn, plantCanaries } from "@/db/testing/canaries";
import { makeAnswer, makeCategory, makeThread } from "@/db/testing/factories";
import { createArticle } from "@/lib/articles/create-article";
import { transitionArticle } from "@/lib/articles/transition-article";
import type { Member } from "@/lib/members/actor";
import { changePostStatus } from "@/lib/moderation/target";
import { hasMeilisearch } from "@/lib/platform/search/meilisearch-for-tests";
import { siteMeilisearch } from "@/lib/platform/search/site-meilisearch-for-tests";
import { fillMeilisearch } from "@/lib/search/fill-meilisearch";
import type { SearchResult } from "@/lib/search/hit";
import { indexChanges } from "@/lib/search/index-changes";
import { dispatch } from "./dispatch";

testDatabase();

const probes = 5_000;
/** Of so many probes one more is sent by somebody with an account. */
const signedIn = 10;
const atOnce = 8;
const accounts = ["member", "other"] as const;
type Asker = "visitor" | (typeof accounts)[number];

let world: CanaryWorld;
/** Something that is found, so that an empty answer proves something. */
let known: string;

beforeAll(async () => {
  world = await plantCanaries();
  const hidden = await hideWhatWasFound(world.people.asker, world.people.manager);
  world.canaries.push(...hidden.map(({ word, what }) => ({ text: word, what, for: ["asker", "manager"] as const })));
}, 120_000);

describe("with Postgres", () => probe("postgres"));

describe.skipIf(!hasMeilisearch)("with Meilisearch", () => {
  // It holds what it was given at this moment: also what was hidden since.
  siteMeilisearch("probing", fillMeilisearch);
  probe("meilisearch");
});

function probe(expected: string) {
  test(`${probes} queries of a visitor through the interface, and some of members, find nothing hidden, at once`, { timeout: 180_000 }, async () => {
    const leaks = new Set<string>();
    const engines = new Map<string, number>();
    let asked = 0;
    const ask = async (number: number, role: Asker) => {
      const canaries = world.canaries.filter(({ for: who }) => !who.includes(role));
      const word = canaries[number % canaries.length]?.text ?? "";
      const at = number % ways.length;
      const [operation, query] = ways[at]?.(word, number) ?? [];
      const result = await get(role, operation ?? "search", { ...query, lang: number % 2 === 0 ? "en" : "de" });
      asked += role === "visitor" ? 1 : 0;
      engines.set(result.engine, (engines.get(result.engine) ?? 0) + 1);
      // What was typed as a filter may be said again.
      for (const what of leaksIn(JSON.stringify({ ...result, notices: [] }), role, world)) leaks.add(`${what} to ${role}, asked ${word}`);
      const counted = Object.values(result.facets.kinds).reduce((sum, count) => sum + count, 0);
      if (at < alone && result.total + counted > 0) leaks.add(`a count of ${result.total}, ${counted} to ${role}, asked ${word}`);
    };
    let next = 0;
    const askOn = async () => {
      for (let number = next++; number < probes; number = next++) {
        await ask(number, "visitor");
        if (number % signedIn === 0) await ask(number, accounts[(number / signedIn) % accounts.length] ?? "member");
      }
    };
    await Promise.all(Array.from({ length: atOnce }, askOn));
    expect([...leaks]).toEqual([]);
    expect(asked).toBe(probes);
    expect([...engines.keys()]).toContain(expected);
    expect((await get("visitor", "search", { q: known })).hits).toHaveLength(1);
  });
}

async function get(role: Asker, operation: string, query: Record<string, string>): Promise<SearchResult> {
  const headers = role === "visitor" ? {} : { authorization: `Bearer ${world.tokens[role]}` };
  const reply = await dispatch({ method: "GET", path: `/${operation}`, query: new URLSearchParams(query), headers, body: Buffer.alloc(0), address: "192.0.2.7" });
  if (reply.status !== 200) throw new Error(`${reply.status} to ${JSON.stringify(query)}: ${reply.body.toString()}`);
  return JSON.parse(reply.body.toString()) as SearchResult;
}

type Probe = (word: string, number: number) => ["search" | "suggest", Record<string, string>];

/** The first of these ask for the word and nothing else: then nothing at all is to be counted. */
const alone = 4;
/** Words as they are, misspelt, begun, quoted, excluded, as filters; in the search and in what is suggested while asking. */
const ways: Probe[] = [
  (word) => ["search", { q: word }],
  (word) => ["search", { q: `${word} ` }],
  (word, number) => ["search", { q: `${misspelt(word, number)} ` }],
  (word) => ["search", { q: `"${word}"` }],
  (word, number) => ["search", { q: word.slice(0, 3 + (number % Math.max(1, word.length - 3))) }],
  (word) => ["search", { q: `"is ${word}" drum` }],
  (word) => ["search", { q: `drum hums -${word}` }],
  (word) => ["search", { q: `drum tag:${word}` }],
  (word) => ["search", { q: `drum from:${word}` }],
  (word) => ["search", { q: `is:solved ${word}`, kinds: "thread" }],
  (word) => ["search", { q: word, tag: word, state: "hidden,held,deleted,draft" }],
  (word) => ["search", { q: `${word} drum hums`, category: word, author: word }],
  (word) => ["suggest", { title: `What about ${word} please`, all: "true", unsure: "true" }],
  (word, number) => ["suggest", { title: `My ${misspelt(word, number)} hums loudly`, body: `It is about ${word} and the drum that hums.`, all: "true", unsure: "true" }],
];

function misspelt(word: string, number: number): string {
  const at = 2 + (number % (word.length - 4));
  if (number % 3 === 0) return word.slice(0, at) + word.slice(at + 1);
  if (number % 3 === 1) return `${word.slice(0, at)}${word[at + 1]}${word[at]}${word.slice(at + 2)}`;
  return `${word.slice(0, at)}${word[at]}${word.slice(at)}`;
}

/** Indexed while everybody could see them, hidden a moment ago; no index has heard of it. */
async function hideWhatWasFound(author: Member, manager: Member): Promise<{ word: string; what: string }[]> {
  const { slug } = await makeCategory();
  const closing = await makeCategory();
  const secret = (what: string) => ({ what, word: `zq${what.replace(/\W/g, "")}${Math.random().toString(36).replace(/[^a-z]/g, "")}mnop` });
  known = secret("still open").word;
  const statuses = ["hidden", "held", "deleted"] as const;
  const threads = statuses.map((status) => ({ status, ...secret(`thread ${status}`) }));
  const answers = statuses.map((status) => ({ status, ...secret(`answer ${status}`) }));
  const [article, closed] = [secret("article archived"), secret("category closed")];
  const open = await makeThread(author, { category: slug, title: `Everybody knows of ${known}` });
  const made = await Promise.all(threads.map(async ({ word }) => (await makeThread(author, { category: slug, title: `The drum ${word} hums`, body: `Said of ${word}` })).id));
  const said = await Promise.all(answers.map(({ word }) => makeAnswer(manager, open.id, `The answer is ${word}, as always.`)));
  await makeThread(author, { category: closing.slug, title: `Moved away ${closed.word}` });
  const { id } = await createArticle(manager, { title: `Guide to ${article.word}`, body: `All about ${article.word}.`, category: slug, locale: "en" });
  for (const to of ["in_review", "approved", "published"]) await transitionArticle(manager, id, { to });
  await indexChanges();
  for (const [at, { status }] of threads.entries()) await inTransaction((tx) => changePostStatus(tx, manager, { kind: "thread", id: made[at] ?? 0 }, status, "test"));
  for (const [at, { status }] of answers.entries()) await inTransaction((tx) => changePostStatus(tx, manager, { kind: "answer", id: said[at] ?? 0 }, status, "test"));
  await transitionArticle(manager, id, { to: "archived" });
  await db.execute(sql`update categories set audience = 'staff' where id = ${closing.id}`);
  return [...threads, ...answers, article, closed];
}
