import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db, inTransaction } from "@/db/client";
import { testDatabase } from "@/db/testing";
import { makeAnswer, makeCategory, makeMember, makeThread } from "@/db/testing/factories";
import { checkMeaning } from "@/lib/health/check-meaning";
import { type Member, visitor } from "@/lib/members/actor";
import { readConfig } from "@/lib/platform/config";
import { embeddingsFromEnvironment } from "@/lib/platform/search/embeddings";
import { setPatience } from "@/lib/platform/search/patience";
import { type StubEmbeddings, startStubEmbeddings } from "@/lib/platform/search/stub-embeddings-for-tests";
import { changeThreadStatus } from "@/lib/threads/change-thread-status";
import { fillEmbeddings, type Refused } from "./fill-embeddings";
import { followChanges } from "./follow-changes";
import { indexChanges } from "./index-changes";
import { search } from "./search";
import { suggest } from "./suggest";

testDatabase();

const query = "my machine leaks";
let stub: StubEmbeddings;
let asker: Member;
let manager: Member;
let category: string;
let paraphrase: number;
let byWords: number;
let models = 0;

beforeAll(async () => {
  stub = await startStubEmbeddings([["leak", "puddle", "wet"], ["paint", "colour"]]);
  [asker, manager] = await Promise.all([makeMember(), makeMember({ role: "manager" })]);
  category = (await makeCategory()).slug;
  // All of them answered: only words and meaning tell them apart.
  const post = async (title: string, body: string) => {
    const { id } = await makeThread(asker, { title, body, category });
    await makeAnswer(manager, id, "Somebody looks into it.");
    return id;
  };
  for (const about of ["handbook", "warranty", "delivery"]) await post(`Any ${about}`, "It belongs to the machine, I think.");
  byWords = await post("Which paint", "It is for the machine, of course.");
  paraphrase = await post("A puddle underneath", "Every single morning it stands there, beneath the machine.");
  await indexChanges();
});
afterAll(() => {
  setPatience(null);
  return stub.stop();
});
beforeEach(() => {
  setPatience(10_000);
  Object.assign(stub.way, { delayMs: 0, status: 200, broken: false, refusing: null });
  stub.requests.length = 0;
});
afterEach(off);

/** A model of its own each time: another provider as far as anything kept in the process is concerned. */
function on(key?: string): string {
  process.env.EMBEDDINGS_URL = stub.url;
  process.env.EMBEDDINGS_MODEL = `model-${++models}`;
  if (key) process.env.EMBEDDINGS_KEY = key;
  return process.env.EMBEDDINGS_MODEL;
}

function off(): void {
  for (const name of ["EMBEDDINGS_URL", "EMBEDDINGS_MODEL", "EMBEDDINGS_KEY"]) delete process.env[name];
}

async function fill(refused?: Refused): Promise<number> {
  const embeddings = embeddingsFromEnvironment();
  if (!embeddings) throw new Error("off");
  let all = 0;
  for (let seen = 1; seen > 0; all += seen) seen = await fillEmbeddings(embeddings, refused);
  return all;
}

const find = async (q = query) => (await search(visitor, { q })).hits.map(({ id }) => id);
const held = async () => (await db.execute<{ id: string; model: string }>(sql`select doc_id as id, model from search_embeddings order by doc_id`)).rows;
const documents = async () => (await db.execute<{ count: number }>(sql`select count(*)::int as count from search_documents`)).rows[0]?.count;

test("is off unless a provider is named: no request, no vector, the order of the words", async () => {
  const before = await find();
  expect(before[0]).not.toBe(paraphrase);
  expect(await held()).toEqual([]);
  on();
  await fill();
  off();
  stub.requests.length = 0;
  expect(await find()).toEqual(before);
  expect(stub.requests).toEqual([]);
  expect((await checkMeaning(false)).text).toContain("not used");
});

test("documents get vectors in few requests, once, and again when text or model change", async () => {
  on("a-secret-key");
  expect(await fill()).toBe(await documents());
  expect(stub.requests).toHaveLength(1);
  expect(stub.requests[0]?.key).toBe("Bearer a-secret-key");
  expect(await fill()).toBe(0);
  expect(stub.requests).toHaveLength(1);
  expect((await checkMeaning(false)).state).toBe("ok");

  await makeAnswer(manager, paraphrase, "The seal is worn.");
  await inTransaction((tx) => tx.execute(sql`insert into search_outbox (kind, doc_id) values ('thread', ${byWords})`));
  await indexChanges();
  expect((await checkMeaning(false)).text).toContain("2 of");
  expect(await fill()).toBe(2);
  expect(stub.requests[1]?.input).toEqual([expect.stringContaining("The seal is worn.")]);

  const model = on();
  expect(await fill()).toBe(await documents());
  expect(new Set((await held()).map((row) => row.model))).toEqual(new Set([model]));
});

test("what means the same rises, and nothing is added that may not be seen", async () => {
  const secret = await makeThread(asker, { title: "Hidden puddle of the machine", body: "Wet", category });
  await indexChanges();
  const before = await find();
  on();
  await fill();
  // Hidden, but the index does not know it yet.
  await inTransaction((tx) => changeThreadStatus(tx, manager, secret.id, "hidden", "test"));
  const after = await find();
  expect(after[0]).toBe(paraphrase);
  expect(after).not.toContain(secret.id);
  expect(before.at(-1)).toBe(paraphrase);
  expect(stub.requests.at(-1)?.input).toEqual([query]);

  const asked = stub.requests.length;
  await find();
  expect(stub.requests).toHaveLength(asked);
  await find("machine");
  expect(stub.requests).toHaveLength(asked);
  await find("machine of anna@example.com");
  expect(stub.requests.at(-1)?.input[0]).not.toContain("anna");
  await suggest(visitor, { title: "My machine leaks again", body: "" });
  expect(stub.requests.at(-1)?.input).toEqual(["My machine leaks again"]);
});

describe("what is hidden", () => {
  test.each(["", "http://127.0.0.1:9"])("loses its vector with its document (MEILI_URL=%s)", async (url) => {
    const { id } = await makeThread(asker, { title: "A wet secret", category });
    await indexChanges();
    on();
    await fill();
    expect((await held()).map((row) => Number(row.id))).toContain(id);
    await inTransaction((tx) => changeThreadStatus(tx, manager, id, "hidden", "test"));
    process.env.MEILI_URL = url;
    await indexChanges();
    delete process.env.MEILI_URL;
    expect((await held()).map((row) => Number(row.id))).not.toContain(id);
    stub.requests.length = 0;
    on();
    await fill();
    expect(JSON.stringify(stub.requests)).not.toContain("wet secret");
    await db.execute(sql`delete from search_documents where meili_deleted`);
  });

  test("gets none when it was hidden while the provider worked", async () => {
    const { id } = await makeThread(asker, { title: "A wet secret in between", category });
    await indexChanges();
    on();
    stub.way.delayMs = 400;
    const filling = fill();
    await expect.poll(() => stub.requests.length).toBeGreaterThan(0);
    await inTransaction((tx) => changeThreadStatus(tx, manager, id, "hidden", "test"));
    await indexChanges();
    await filling;
    expect((await held()).map((row) => Number(row.id))).not.toContain(id);
  });
});

describe("a provider that fails", () => {
  const faults = { slow: { delayMs: 1_500 }, refusing: { status: 500 }, "not allowed": { status: 401 }, talking: { broken: true } };
  test.each(Object.entries(faults))("%s: the same results as without it, hardly later, and soon it is not asked any more", async (_, fault) => {
    const before = await find();
    on("sk-never-told");
    await fill();
    stub.requests.length = 0;
    Object.assign(stub.way, fault);
    setPatience(null);
    const times: number[] = [];
    for (const time of [1, 2, 3, 4]) {
      const began = performance.now();
      expect(await find(`${query} ${"again ".repeat(time)}`)).toEqual(before);
      times.push(performance.now() - began);
    }
    // Sooner than the slow one answers, even if one of four is held up by other work on the machine.
    expect(times.sort((a, b) => a - b)[2]).toBeLessThan(faults.slow.delayMs);
    expect(stub.requests).toHaveLength(2);
  });

  test("gone: the same results, and the worker goes on", async () => {
    const before = await find();
    on();
    process.env.EMBEDDINGS_URL = "http://127.0.0.1:9/v1";
    expect(await find()).toEqual(before);
    const following = followChanges();
    const { id } = await makeThread(asker, { title: "An unrelated samovar", category });
    await expect.poll(() => find("samovar"), { timeout: 20_000 }).toEqual([id]);
    await following.stop();
  });

  test("comes back", async () => {
    on();
    await fill();
    stub.way.status = 500;
    await find(`${query} one`);
    await find(`${query} two`);
    stub.way.status = 200;
    await expect.poll(async () => (await find(query))[0], { timeout: 20_000, interval: 300 }).toBe(paraphrase);
  });

  test("refuses one text: the others get their vectors, and it is asked about that one no more", async () => {
    on();
    stub.way.refusing = "underneath";
    const refused: Refused = new Set();
    await fill(refused);
    const all = Number(await documents());
    expect(await held().then((rows) => rows.map(({ id }) => Number(id)))).toHaveLength(all);
    expect(refused.size).toBe(1);
    expect((await checkMeaning(false)).text).toContain("1 of");
    stub.requests.length = 0;
    await fill(refused);
    expect(stub.requests).toEqual([]);
  });
});

test("a provider that refuses everything is tried again later: it may be the name of the model", async () => {
  on();
  stub.way.status = 400;
  const refused: Refused = new Set();
  await expect(fill(refused)).rejects.toThrow("refuses every text");
  expect(refused.size).toBe(0);
});

test("neither key nor address is told when something fails", async () => {
  on("sk-never-told");
  process.env.EMBEDDINGS_URL = "http://user:pass-never-told@127.0.0.1:9/v1";
  const { text } = await checkMeaning(true);
  expect(text).toContain("does not answer");
  expect(text).not.toContain("never-told");
});

test("the environment is checked at start", () => {
  const mistakes = (env: Record<string, string>) => {
    const read = readConfig({ NODE_ENV: "test", ...env, DATABASE_URL: "postgres://localhost/x", AUTH_SECRET: "x".repeat(32) });
    return "mistakes" in read ? read.mistakes : [];
  };
  expect(mistakes({ EMBEDDINGS_URL: "http://127.0.0.1:9/v1", EMBEDDINGS_MODEL: "one" })).toEqual([]);
  expect(mistakes({ EMBEDDINGS_URL: "http://127.0.0.1:9/v1" })).toEqual([expect.stringContaining("EMBEDDINGS_MODEL")]);
  expect(mistakes({ EMBEDDINGS_URL: "ftp://x", EMBEDDINGS_MODEL: "one" })).toEqual([expect.stringContaining("EMBEDDINGS_URL")]);
});

test("the worker gives vectors to what is written", async () => {
  const model = on();
  const following = followChanges();
  const { id } = await makeThread(asker, { title: "A dripping urn", category });
  await expect.poll(async () => (await held()).filter((row) => row.model === model).map((row) => Number(row.id)), { timeout: 8_000 }).toContain(id);
  await following.stop();
});

test("doctor says how many are missing, and fills them when told to", async () => {
  on();
  expect(await checkMeaning(false)).toMatchObject({ state: "warning", text: expect.stringContaining("have no vector") });
  expect((await checkMeaning(true)).repaired).toBe("filled");
  expect((await checkMeaning(false)).state).toBe("ok");
  on();
  stub.way.status = 500;
  expect(await checkMeaning(true)).toMatchObject({ state: "warning", text: expect.stringContaining("answered 500") });
});
