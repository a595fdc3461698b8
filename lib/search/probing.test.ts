import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { db, inTransaction } from "@/db/client";
import { testDatabase } from "@/db/testing";
import { type Canary, type CanaryRole, plantCanaries } from "@/db/testing/canaries";
import { makeAnswer, makeCategory, makeThread } from "@/db/testing/factories";
import { createArticle } from "@/lib/articles/create-article";
import { transitionArticle } from "@/lib/articles/transition-article";
import { type Actor, type Member, visitor } from "@/lib/members/actor";
import { changePostStatus } from "@/lib/moderation/target";
import { hasMeilisearch } from "@/lib/platform/search/meilisearch-for-tests";
import { siteMeilisearch } from "@/lib/platform/search/site-meilisearch-for-tests";
import type { SearchResult } from "./hit";
import { fillMeilisearch } from "./fill-meilisearch";
import { indexChanges } from "./index-changes";
import { search } from "./search";
import { suggest } from "./suggest";

testDatabase();

const atOnce = 8;
const askers = ["visitor", "member", "other"] as const satisfies readonly CanaryRole[];

let canaries: Canary[];
let people: Record<"member" | "other", Member>;
/** Something that is found, so that an empty answer proves something. */
let known: string;

beforeAll(async () => {
  const planted = await plantCanaries();
  people = planted.people;
  canaries = planted.canaries.filter(({ for: who }) => askers.some((role) => !who.includes(role)));
  const hidden = await hideWhatWasFound(planted.people.asker, planted.people.manager);
  canaries.push(...hidden.map(({ word, what }): Canary => ({ text: word, what, for: ["asker", "manager"] })));
}, 120_000);

describe("with Postgres", () => probe("postgres", 5_000));

describe.skipIf(!hasMeilisearch)("with Meilisearch", () => {
  // It holds what it was given at this moment: also what was hidden since.
  siteMeilisearch("probing", fillMeilisearch);
  probe("meilisearch", 5_000);
});

function probe(expected: string, probes: number) {
  test(`${probes} queries of those who may not know it find nothing hidden, at once`, { timeout: 180_000 }, async () => {
    const leaks: string[] = [];
    const engines = new Map<string, number>();
    let next = 0;
    const ask = async () => {
      for (let number = next++; number < probes; number = next++) {
        const canary = canaries[number % canaries.length];
        const role = askers[Math.floor(number / canaries.length) % askers.length] ?? "visitor";
        if (!canary || canary.for.includes(role)) continue;
        const asked = canary.text;
        const result = await askFor(asked, number, role === "visitor" ? visitor : people[role]);
        engines.set(result.engine, (engines.get(result.engine) ?? 0) + 1);
        // What was typed as a filter may be said again.
        const told = JSON.stringify({ ...result, notices: [] }).toLowerCase();
        for (const { text, what, for: who } of canaries) if (!who.includes(role) && told.includes(text)) leaks.push(`${what} to ${role}, asked ${asked}`);
        const counted = Object.values(result.facets.kinds).reduce((sum, count) => sum + count, 0);
        if (number % ways.length < alone && result.total + counted > 0) leaks.push(`a count of ${result.total}, ${counted} to ${role}, asked ${asked}`);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, ask));
    expect([...new Set(leaks)]).toEqual([]);
    expect([...engines.keys()]).toContain(expected);
    const { hits } = await search(visitor, { q: known });
    expect(hits).toHaveLength(1);
  });
}

type Probe = (word: string, number: number, actor: Actor) => Promise<SearchResult>;

/** The first of these ask for the word and nothing else: then nothing at all is to be counted. */
const alone = 4;
/** Words as they are, misspelt, begun, quoted, excluded, as filters; in the search and in what is suggested while asking. */
const ways: Probe[] = [
  (word, _, actor) => search(actor, { q: word }),
  (word, _, actor) => search(actor, { q: `${word} ` }),
  (word, number, actor) => search(actor, { q: `${misspelt(word, number)} ` }),
  (word, _, actor) => search(actor, { q: `"${word}"` }),
  (word, number, actor) => search(actor, { q: word.slice(0, 3 + (number % Math.max(1, word.length - 3))) }),
  (word, _, actor) => search(actor, { q: `"is ${word}" drum` }),
  (word, _, actor) => search(actor, { q: `drum hums -${word}` }),
  (word, _, actor) => search(actor, { q: `drum tag:${word}` }),
  (word, _, actor) => search(actor, { q: `drum from:${word}` }),
  (word, _, actor) => search(actor, { q: `is:solved ${word}`, kinds: "thread" }),
  (word, _, actor) => search(actor, { q: word, tag: word, state: "hidden,held,deleted,draft" }),
  (word, _, actor) => search(actor, { q: `${word} drum hums`, category: word, author: word }),
  (word, _, actor) => suggest(actor, { title: `What about ${word} please`, all: "true", unsure: "true" }),
  (word, number, actor) => suggest(actor, { title: `My ${misspelt(word, number)} hums loudly`, body: `It is about ${word} and the drum that hums.`, all: "true", unsure: "true" }),
];

async function askFor(word: string, number: number, actor: Actor): Promise<SearchResult> {
  const way = ways[number % ways.length];
  if (!way) throw new Error("no way to ask");
  return way(word, number, actor);
}

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
