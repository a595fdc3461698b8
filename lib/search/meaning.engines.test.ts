import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { db, inTransaction } from "@/db/client";
import { testDatabase } from "@/db/testing";
import { makeCategory, makeMember, makeThread } from "@/db/testing/factories";
import { checkMeaning } from "@/lib/health/check-meaning";
import { type Actor, type Member, visitor } from "@/lib/members/actor";
import { embeddingsFromEnvironment } from "@/lib/platform/search/embeddings";
import { meilisearchFromEnvironment } from "@/lib/platform/search/meilisearch-engine";
import { hasMeilisearch } from "@/lib/platform/search/meilisearch-for-tests";
import { siteMeilisearch } from "@/lib/platform/search/site-meilisearch-for-tests";
import { type StubEmbeddings, startStubEmbeddings } from "@/lib/platform/search/stub-embeddings-for-tests";
import { startStubEngine } from "@/lib/platform/search/stub-engine-for-tests";
import { changeThreadStatus } from "@/lib/threads/change-thread-status";
import { fillEmbeddings } from "./fill-embeddings";
import { followChanges } from "./follow-changes";
import { indexChanges } from "./index-changes";
import { pushChanges } from "./push-changes";
import { bringVectorsInLine, pushMeaning } from "./push-meaning";
import { reconcileMeilisearch } from "./reconcile";
import { search } from "./search";

testDatabase();

const query = "my machine leaks";
let provider: StubEmbeddings;
let asker: Member;
let manager: Member;
let open: string;
let inside: string;

beforeAll(async () => {
  provider = await startStubEmbeddings([["leak", "puddle", "wet"], ["paint", "colour"]]);
  [asker, manager] = await Promise.all([makeMember(), makeMember({ role: "manager" })]);
  [open, inside] = (await Promise.all([makeCategory(), makeCategory({ audience: "staff" })])).map(({ slug }) => slug) as [string, string];
  for (const about of ["handbook", "warranty", "delivery"]) await makeThread(asker, { title: `Any ${about} of a machine`, category: open });
});
afterAll(() => provider.stop());

describe("with a stub of Meilisearch", () => findsByMeaning("stub", async () => ({ ...(await startStubEngine()), key: "any" })));
describe.skipIf(!hasMeilisearch)("with Meilisearch itself", () => findsByMeaning("meaning"));

/** Documents that share not one word with what is asked. */
function findsByMeaning(name: string, start?: Parameters<typeof siteMeilisearch>[2]) {
  siteMeilisearch(name, undefined, start);
  let puddle: number;
  let secret: number;
  let hidden: number;
  beforeAll(async () => {
    // The other engine took them; this one has yet to.
    await indexChanges();
    await reconcileMeilisearch(engine());
    Object.assign(process.env, { EMBEDDINGS_URL: provider.url, EMBEDDINGS_MODEL: name });
    puddle = (await makeThread(asker, { title: "A puddle underneath", category: open })).id;
    secret = (await makeThread(manager, { title: "Puddle drills", category: inside })).id;
    hidden = (await makeThread(asker, { title: "Another puddle", category: open })).id;
    await bring();
  });
  afterAll(async () => {
    for (const variable of ["EMBEDDINGS_URL", "EMBEDDINGS_MODEL"]) delete process.env[variable];
    await inTransaction((tx) => changeThreadStatus(tx, manager, puddle, "hidden", "test"));
  });

  const find = async (actor: Actor = visitor, wish: object = {}) => (await search(actor, { q: query, ...wish })).hits.map(({ id }) => id);

  test("what means the same is found when the query is sent off, not with each key press, and by those who may see it", async () => {
    const found = await find();
    expect(found).toContain(puddle);
    expect(found).not.toContain(secret);
    expect(await find(manager)).toContain(secret);
    expect(await find(visitor, { typing: true })).not.toContain(puddle);
    expect((await search(visitor, { q: `${query} "underneath"` })).hits.map(({ id }) => id)).toEqual([puddle]);
  });

  test.skipIf(start)("what is filtered holds for what is near too", async () => {
    expect(await find(visitor, { locale: "de" })).toEqual([]);
    expect(await find(visitor, { locale: "en", category: [open] })).toContain(puddle);
  });

  test("what is hidden is proposed no more, and its vector goes", async () => {
    expect(await find()).toContain(hidden);
    const before = (await engine().meaning.count()) ?? 0;
    await inTransaction((tx) => changeThreadStatus(tx, manager, hidden, "hidden", "test"));
    expect(await find()).not.toContain(hidden);
    await bring();
    expect(await engine().meaning.count()).toBe(before - 1);
  });

  test("an index that is gone costs no result, is told by the doctor and brought again", async () => {
    await engine().meaning.drop();
    expect((await find()).length).toBeGreaterThan(0);
    expect((await checkMeaning(true)).text).toContain("Meilisearch holds 0 of");
    await expect.poll(find, { timeout: 20_000, interval: 500 }).toContain(puddle);
    expect((await checkMeaning(false)).state).toBe("ok");
  });

  test("another model's vectors take the place of the old ones; without a provider none is kept", async () => {
    process.env.EMBEDDINGS_MODEL = `${name}-2`;
    const following = followChanges();
    const all = async () => (await db.execute<{ count: number }>(sql`select count(*)::int as count from search_embeddings where model = ${`${name}-2`} and meili_version = version`)).rows[0]?.count;
    await expect.poll(all, { timeout: 20_000 }).toBe(await documents());
    await following.stop();
    expect(await engine().meaning.count()).toBe(await documents());
    expect(await find()).toContain(puddle);
    await bringVectorsInLine(engine(), null);
    expect(await engine().meaning.count()).toBeNull();
  });
}

async function bring(): Promise<void> {
  const embeddings = embeddingsFromEnvironment();
  if (!embeddings) throw new Error("off");
  await indexChanges();
  await pushChanges(engine());
  while ((await fillEmbeddings(embeddings)) > 0);
  await pushMeaning(engine(), embeddings);
}

async function documents(): Promise<number> {
  return (await db.execute<{ count: number }>(sql`select count(*)::int as count from search_documents where not meili_deleted`)).rows[0]?.count ?? 0;
}

function engine() {
  const found = meilisearchFromEnvironment();
  if (!found) throw new Error("no Meilisearch");
  return found;
}
