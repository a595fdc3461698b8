import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { sql } from "drizzle-orm";
import { findFreePort } from "@/bin/lib/ports.mjs";
import { startPostgres } from "@/bin/lib/postgres.mjs";
import { closeDatabase, db } from "@/db/client";
import { migrateDatabase } from "@/db/migrate";
import { makeAgent, makeAsker, makeChatPlace } from "@/db/testing/chat";
import { makeAnswer, makeMember, makeThread } from "@/db/testing/factories";
import { createAccessToken } from "@/lib/members/create-access-token";
import { escalateThread } from "@/lib/escalations/escalate-thread";
import { takeConversation } from "@/lib/queue/take-conversation";
import { reconcileDocuments } from "@/lib/search/reconcile";
import { startWeb, type WebProcess } from "./site";
import { type Ack, type Driver, startWriters } from "./writers";

test.describe.configure({ mode: "serial" });

const ROUNDS = 6;
const WRITERS = 12;
const CONTROL_TRIES = 12;
const SETTLE_LIMIT_MS = 120_000;

let folder: string;
let dataDir: string;
let postgres: Awaited<ReturnType<typeof startPostgres>>;
let web: WebProcess;
let port: string;
let place: Omit<Parameters<typeof startWriters>[0], "url">;
let driver: Driver;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  folder = mkdtempSync(join(tmpdir(), "kundig-durable-"));
  dataDir = join(folder, "postgres");
  port = String(await findFreePort());
  postgres = await startPostgres({ dataDir });
  process.env.DATABASE_URL = postgres.url;
  process.env.KUNDIG_DATA_DIR = folder;
  process.env.AUTH_SECRET ??= "a-secret-that-only-the-tests-ever-see";
  await migrateDatabase(postgres.url);
  await seed();
  web = await startApp();
});
test.afterAll(async () => {
  await web?.stop();
  await closeDatabase();
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test(`after ${ROUNDS} times kill -9 nothing that was acknowledged is lost or doubled`, async () => {
  test.setTimeout(420_000);
  driver = startWriters({ url: web.url, ...place });
  // Both in turn, at a moment nobody chose, and at last both at once.
  for (let round = 0; round < ROUNDS; round++) {
    const before = driver.acks.length;
    await sleep(500 + Math.random() * 900);
    const both = round === ROUNDS - 1;
    if (both || round % 2 === 0) await killPostgres();
    if (both || round % 2 === 1) await killApp();
    await waitFor(() => driver.acks.length > before + WRITERS, "writers to go on");
  }
  await driver.stop();
  expect(driver.refused, "the kills were felt").toBeGreaterThan(0);
  expect(driver.acks.length).toBeGreaterThan(ROUNDS * WRITERS);
  expect(await lost(driver.acks)).toEqual([]);
  expect(await doubled(driver.tried)).toEqual([]);
});

test("every acknowledged write left its audit row, and no counter drifted", async () => {
  const audited = await rowsOf(sql`select action, target_id, count(*)::int as count from audit_log where action in ('answer.posted', 'thread.posted') group by 1, 2`);
  const counts = new Map(audited.map(({ action, target_id, count }) => [`${action} ${target_id}`, count]));
  const posts = driver.acks.filter(({ kind }) => kind === "answer" || kind === "thread");
  expect(posts.filter(({ kind, id }) => counts.get(`${kind}.posted ${id}`) !== 1)).toEqual([]);
  const [messages] = await rowsOf(sql`
    select count(*)::int as count, max(seq) as last, (select last_seq from conversations where id = ${place.conversationId}) as kept,
      (select count(*)::int from audit_log where action = 'message.posted' and target_id = ${String(place.conversationId)}) as audited,
      (select count(*)::int from messages where conversation_id = ${place.conversationId} and kind = 'text') as texts
    from messages where conversation_id = ${place.conversationId}`);
  expect(messages).toMatchObject({ last: messages?.count, kept: messages?.count, audited: messages?.texts });
  expect(await drift()).toEqual([]);
});

test("the index catches up by itself and is then what the database says", async () => {
  test.setTimeout(SETTLE_LIMIT_MS + 60_000);
  await waitFor(async () => Number((await rowsOf(sql`select count(*)::int as count from search_outbox`))[0]?.count) === 0, "the index");
  const ids = driver.acks.filter(({ kind }) => kind === "thread").map(({ id }) => id);
  const [found] = await rowsOf(sql`select count(*)::int as count from search_documents where kind = 'thread' and doc_id = any(${sql.param(ids)}::bigint[])`);
  expect(found?.count).toBe(ids.length);
  expect(await reconcileDocuments()).toBe(0);
});

test("the same harness does see a loss where commits do not wait for the disk", async () => {
  test.setTimeout(420_000);
  await db.execute(sql`alter system set synchronous_commit = off`);
  await db.execute(sql`alter system set wal_writer_delay = '2s'`);
  await db.execute(sql`alter database kundig set synchronous_commit = off`);
  await killPostgres();
  await killApp();
  let missing: Ack[] = [];
  for (let attempt = 0; attempt < CONTROL_TRIES && missing.length === 0; attempt++) {
    const writers = startWriters({ url: web.url, ...place });
    await waitFor(() => writers.acks.length > 20, "writers");
    await sleep(Math.random() * 400);
    const acknowledged = [...writers.acks];
    await killPostgres();
    missing = await lost(acknowledged.filter(({ kind }) => kind !== "vote"));
    // Writers whose things were lost may be told that what they refer to is not there: that is the point.
    await writers.stop().catch(() => {});
  }
  expect(missing.length, "a test that cannot fail proves nothing").toBeGreaterThan(0);
});

async function seed(): Promise<void> {
  const chatPlace = await makeChatPlace();
  const agent = await makeAgent(chatPlace);
  const { asker, threadId } = await makeAsker(chatPlace);
  const { conversationId } = await escalateThread(asker, threadId, { choice: "message" });
  await takeConversation(agent, conversationId);
  const host = await makeMember();
  const threadIds: number[] = [];
  const answerIds: number[] = [];
  for (let index = 0; index < 6; index++) {
    const { id } = await makeThread(host, { category: chatPlace.category });
    threadIds.push(id);
    answerIds.push(await makeAnswer(host, id));
  }
  const tokenOf = async (member: typeof host) => (await createAccessToken(member, { name: "driver" })).token;
  const tokens: string[] = [];
  for (let index = 0; index < WRITERS; index++) tokens.push(await tokenOf(await makeMember()));
  place = { category: chatPlace.category, threadIds, answerIds, conversationId, tokens, talkers: [await tokenOf(asker), await tokenOf(agent)] };
}

function startApp(): Promise<WebProcess> {
  return startWeb({ DATABASE_URL: postgres.url, KUNDIG_DATA_DIR: folder, KUNDIG_SAMPLE: "off", KUNDIG_EMBEDDED: "0", PORT: port });
}

async function killApp(): Promise<void> {
  web.signal("SIGKILL");
  await web.gone;
  web = await startApp();
}

/** The whole group at once, as when the power goes: nobody gets to write anything down. */
async function killPostgres(): Promise<void> {
  process.kill(-postgres.pid, "SIGKILL");
  postgres = await startPostgres({ dataDir });
}

async function lost(acks: Ack[]): Promise<Ack[]> {
  const answers = new Map((await rowsOf(sql`select id, body from answers`)).map(({ id, body }) => [Number(id), body]));
  const threads = new Map((await rowsOf(sql`select id, title from threads`)).map(({ id, title }) => [Number(id), title]));
  const messages = new Map((await rowsOf(sql`select seq, body from messages where conversation_id = ${place.conversationId}`)).map(({ seq, body }) => [Number(seq), body]));
  const votes = new Map((await rowsOf(sql`select target_id, value, name from votes join members on members.id = member_id where target_kind = 'answer'`)).map(({ target_id, value, name }) => [`${name} ${target_id}`, value]));
  const names = await writerNames();
  const last = new Map(acks.filter(({ kind }) => kind === "vote").map((ack) => [`${names[ack.by]} ${ack.id}`, ack]));
  const gone = acks.filter(({ kind, id, text }) => {
    if (kind === "answer") return answers.get(id) !== text;
    if (kind === "thread") return threads.get(id) !== text;
    return kind === "message" && messages.get(id) !== text;
  });
  return [...gone, ...[...last].filter(([key, { value }]) => (votes.get(key) ?? 0) !== value).map(([, ack]) => ack)];
}

/** Writers are the last members that were made, in order. */
async function writerNames(): Promise<unknown[]> {
  return (await rowsOf(sql`select name from members order by id desc limit ${WRITERS}`)).map(({ name }) => name).reverse();
}

async function doubled(tried: string[]): Promise<unknown[]> {
  const rows = await rowsOf(sql`
    select text, count(*)::int as count from (select body as text from answers union all select title from threads union all select body from messages) as written
    where text like 'writer %' group by text having count(*) > 1`);
  const known = new Set(tried);
  const invented = await rowsOf(sql`select body as text from answers where body like 'writer %'`);
  return [...rows, ...invented.filter(({ text }) => !known.has(String(text)))];
}

/** Every counter that is kept, beside what it counts. */
async function drift(): Promise<unknown[]> {
  return rowsOf(sql`
    select 'answers of thread' as what, t.id, t.answer_count as kept, count(a.id)::int as counted
      from threads t left join answers a on a.thread_id = t.id and a.status = 'published' group by t.id having t.answer_count <> count(a.id)
    union all select 'score of answer', a.id, a.score, coalesce(sum(v.value), 0)::int
      from answers a left join votes v on v.target_kind = 'answer' and v.target_id = a.id group by a.id having a.score <> coalesce(sum(v.value), 0)
    union all select 'followers of thread', t.id, t.follower_count, count(s.member_id)::int
      from threads t left join subscriptions s on s.thread_id = t.id group by t.id having t.follower_count <> count(s.member_id)
    union all select 'threads of category', c.id, c.thread_count, count(t.id)::int
      from categories c left join threads t on t.category_id = c.id and t.status = 'published' group by c.id having c.thread_count <> count(t.id)
    union all select 'events of member', c.member_id, c.last_seq, max(e.seq)
      from member_event_counters c left join member_events e on e.member_id = c.member_id group by c.member_id, c.last_seq having c.last_seq <> max(e.seq)`);
}

async function rowsOf(query: ReturnType<typeof sql>): Promise<Record<string, unknown>[]> {
  return (await db.execute<Record<string, unknown>>(query)).rows;
}

async function waitFor(ready: () => boolean | Promise<boolean>, what: string): Promise<void> {
  for (const end = Date.now() + SETTLE_LIMIT_MS; Date.now() < end; await sleep(100)) if (await ready()) return;
  throw new Error(`waited in vain for ${what}`);
}
