import { fileURLToPath } from "node:url";
import { asc, eq, sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db, inTransaction } from "@/db/client";
import { answers, comments, members, subscriptions, tags, threads } from "@/db/schema";
import { makeMember } from "@/db/testing/factories";
import { testDatabase } from "@/db/testing";
import { system } from "@/lib/members/actor";
import { refreshThreadState } from "@/lib/threads/refresh-thread-state";
import { importStackExchange } from "./import-stack-exchange";
import { skippedOf } from "./tally";

testDatabase();
const folder = fileURLToPath(new URL("./fixtures/aquarium.example.com", import.meta.url));
const host = "aquarium.example.com";
const importAll = (options: Record<string, unknown> = {}, committed?: () => void) =>
  importStackExchange(system("import"), { folder, ...options }, { committed });

const reset = () => db.execute(sql`truncate members, categories, tags, imported_objects restart identity cascade`);

let report: Awaited<ReturnType<typeof importAll>>;
beforeAll(async () => {
  await makeMember({ name: "joerg-weiss" });
  report = await importAll();
});

const thread = async (title: string) => {
  const [found] = await db.select().from(threads).where(eq(threads.title, title));
  if (!found) throw new Error(`no thread "${title}"`);
  return found;
};
const summary = ({ tally }: Awaited<ReturnType<typeof importAll>>) =>
  Object.fromEntries([...tally.counts].map(([kind, count]) => [kind, [count.read, count.imported, count.known, skippedOf(count)]]));

test("gives account of everything that was read", async () => {
  expect(report.mismatches).toEqual([]);
  expect(report).toMatchObject({ source: host, category: "aquarium-example-com" });
  expect(summary(report)).toEqual({
    users: [5, 5, 0, 0],
    tags: [3, 3, 0, 0],
    questions: [6, 5, 0, 1],
    "tag wikis": [4, 2, 0, 2],
    "other posts": [1, 0, 0, 1],
    answers: [5, 4, 0, 1],
    "accepted marks": [1, 1, 0, 0],
    comments: [4, 3, 0, 1],
    votes: [22, 16, 0, 6],
    "post links": [4, 2, 0, 2],
    badges: [1, 0, 0, 1],
    "links between posts": [4, 3, 0, 1],
  });
  expect(report.tally.of("answers").skipped).toEqual(new Map([["its question is not in the dump", 1]]));
  expect(report.tally.notes).toContain("PostHistory.xml was not read: nothing here is made of it.");
});

test("brings posts with their dates, authors, scores, states and texts", async () => {
  const cloudy = await thread("Why is the water in my tank cloudy?");
  expect(cloudy).toMatchObject({
    state: "solved",
    score: 5,
    answerCount: 2,
    commentCount: 1,
    followerCount: 1,
    createdAt: new Date("2023-03-02T10:00:00Z"),
    editedAt: new Date("2023-03-03T10:00:00Z"),
    lastActivityAt: new Date("2023-03-05T10:00:00Z"),
    firstAnswerAt: new Date("2023-03-03T10:10:00Z"),
    solvedAt: new Date("2023-03-06T00:00:00Z"),
  });
  expect(cloudy.body).toContain("```\nph = 6.8  # see https://aquarium.example.com/questions/4\nif (a < b) { stop(); }\n```");
  expect(cloudy.bodyHtml).toContain("<em>cloudy</em>");
  const filter = await thread("Which filter?");
  expect(filter).toMatchObject({ state: "answered", answerCount: 2 });
  const [merged] = await db.select().from(answers).where(eq(answers.threadId, filter.id)).orderBy(asc(answers.createdAt));
  expect(merged?.body).toContain("Größe: 60");
  expect(merged?.body).toContain("🐟");
});

test("people come with a handle of their own and can't sign in", async () => {
  const people = await db.select().from(members).orderBy(asc(members.id));
  expect(people.map(({ name }) => name)).toEqual(["joerg-weiss", "community-1", "joerg-weiss-1", "mei-tan", "joerg-weiss-3", "admin-4", "former-member"]);
  for (const person of people.slice(1)) {
    expect(person).toMatchObject({ email: null, passwordHash: null, importedFrom: host, role: "member" });
  }
  expect(people[2]).toMatchObject({ bio: "Keeps shrimps & snails.", answerCount: 1, acceptedCount: 0 });
  expect(people[3]).toMatchObject({ displayName: "Mei Tan 🐠", answerCount: 2, acceptedCount: 1 });
});

test("every post names site, address, author and licence; whoever left keeps the name they had", async () => {
  expect((await thread("Which filter?")).attribution).toEqual({
    site: host, url: `https://${host}/q/4`, author: "user77", authorUrl: null, license: "CC BY-SA 4.0",
  });
  expect((await thread("Off topic")).attribution?.license).toBe("CC BY-SA 2.5");
  const said = await db.select().from(comments).orderBy(asc(comments.id));
  expect(said.map(({ attribution }) => attribution?.url)).toEqual([
    `https://${host}/q/1#comment1_1`, `https://${host}/a/3#comment2_3`, `https://${host}/a/3#comment3_3`,
  ]);
  expect(said[2]?.attribution?.author).toBe("user77");
  const { rows } = await db.execute(sql`select (select count(*) from threads where attribution is null) + (select count(*) from answers where attribution is null)
    + (select count(*) from comments where attribution is null) as bare`);
  expect(Number(rows[0]?.bare)).toBe(0);
});

test("links between posts lead here, code keeps its signs, what is not here still leads there", async () => {
  const cloudy = await thread("Why is the water in my tank cloudy?");
  const filter = await thread("Which filter?");
  const all = await db.select().from(answers);
  const sponge = all.find(({ body }) => body === "A sponge filter.");
  expect(cloudy.body).toContain(`[this advice](/t/${filter.id}/which-filter#answer-${sponge?.id})`);
  expect(cloudy.body).toContain("[a question that is gone](https://aquarium.example.com/q/9)");
  expect(cloudy.bodyHtml).toContain(`href="/t/${filter.id}/which-filter#answer-${sponge?.id}"`);
  expect(all.find(({ attribution }) => attribution?.url.endsWith("/a/3"))?.body).toContain(`[Which filter?](/t/${filter.id}/which-filter)`);
  const [first, second] = await db.select().from(comments).orderBy(asc(comments.id));
  expect(first?.body).toContain(`[Which filter?](/t/${filter.id}/which-filter#answer-${sponge?.id})`);
  expect(first?.bodyHtml).toContain("List&#x3C;String>");
  expect(first?.bodyHtml).not.toContain("/u/mei");
  expect(second?.bodyHtml).toBe("<p># Thanks! It worked.</p>");
});

test("closed questions are closed, duplicates name the one that has the answer and never form a chain", async () => {
  const cloudy = await thread("Why is the water in my tank cloudy?");
  const at = new Date("2023-03-08T10:00:00Z");
  expect(await thread("Cloudy water once more")).toMatchObject({ closedAt: at, closedReason: "duplicate", duplicateOfId: cloudy.id });
  expect(await thread("Cloudy for the third time")).toMatchObject({ duplicateOfId: cloudy.id });
  expect(await thread("Off topic")).toMatchObject({ closedReason: null, duplicateOfId: null, closedAt: new Date("2023-03-09T10:30:00Z") });
});

test("tags come with their descriptions, names with signs stay apart, bookmarks become followed threads", async () => {
  const all = await db.select().from(tags).orderBy(asc(tags.id));
  expect(all.map(({ slug, threadCount }) => [slug, threadCount])).toEqual([["water", 4], ["ph-value", 1], ["c-plus-plus", 1], ["unlisted", 1]]);
  expect(all[0]?.description).toBe(
    "Everything about water.\n\nHard, soft, **clear**.\n\n*[aquarium.example.com](https://aquarium.example.com/tags/water/info), CC BY-SA 4.0*",
  );
  expect(await db.select().from(subscriptions)).toHaveLength(2);
});

test("states are what refreshThreadState makes of them, and counters what is there", async () => {
  const before = await db.select().from(threads).orderBy(asc(threads.id));
  await inTransaction(async (tx) => {
    for (const { id } of before) await refreshThreadState(tx, id);
  });
  expect(await db.select().from(threads).orderBy(asc(threads.id))).toEqual(before);
});

test("nobody is notified and no ladder starts; audit and outbox are written", async () => {
  const { rows } = await db.execute<{ identifier: string }>(sql`
    select task.identifier from graphile_worker._private_jobs job join graphile_worker._private_tasks task on task.id = job.task_id`);
  expect(rows.map(({ identifier }) => identifier)).toEqual(["category.created"]);
  const audit = await db.execute<{ action: string }>(sql`select distinct action from audit_log where target_kind = 'import' order by 1`);
  expect(audit.rows.map(({ action }) => action)).toEqual([
    "import.accepted_marks", "import.answers", "import.bookmarks", "import.comments", "import.duplicates", "import.links", "import.questions", "import.tag_wikis",
    "import.tags", "import.users",
  ]);
  const found = await db.execute(sql`select count(*)::int as documents from search_documents where kind = 'thread'`);
  expect(found.rows[0]?.documents).toBe(5);
});

/** Everything an import writes, without what counts up by itself. */
async function everything(): Promise<unknown> {
  const { rows } = await db.execute(sql`select
    (select jsonb_agg(to_jsonb(t) order by id) from threads t) as threads, (select jsonb_agg(to_jsonb(a) order by id) from answers a) as answers,
    (select jsonb_agg(to_jsonb(c) order by id) from comments c) as comments, (select jsonb_agg(to_jsonb(g) order by id) from tags g) as tags,
    (select jsonb_agg(to_jsonb(m) order by id) from members m) as members, (select jsonb_agg(to_jsonb(s) order by thread_id, member_id) from subscriptions s) as follows,
    (select jsonb_agg(to_jsonb(k) order by id) from categories k) as categories, (select count(*) from imported_objects) as imported`);
  return rows[0];
}

test("a second run imports nothing and changes nothing, also what people did here meanwhile", async () => {
  const cloudy = await thread("Why is the water in my tank cloudy?");
  await db.update(threads).set({ title: "Cloudy water, explained", body: "Rewritten here.", bodyHtml: "<p>Rewritten here.</p>" }).where(eq(threads.id, cloudy.id));
  await db.update(answers).set({ acceptedAt: null, acceptedById: null }).where(eq(answers.threadId, cloudy.id));
  await inTransaction((tx) => refreshThreadState(tx, cloudy.id));
  const before = await everything();
  const report = await importAll();
  expect(await everything()).toEqual(before);
  expect(report.mismatches).toEqual([]);
  for (const count of report.tally.counts.values()) expect(count.imported).toBe(0);
  expect(report.tally.of("votes").known).toBe(16);
});

test("what a crash leaves is finished by the next run", { timeout: 60_000 }, async () => {
  await reset();
  await importAll();
  const whole = await everything();
  for (const crashAfter of [3, 9]) {
    await reset();
    let batches = 0;
    const crash = () => {
      if (++batches === crashAfter) throw new Error("crash");
    };
    await expect(importAll({ batchSize: 2 }, crash)).rejects.toThrow("crash");
    const report = await importAll({ batchSize: 2 });
    expect(report.mismatches).toEqual([]);
    expect(withoutTimes(await everything()), `after ${crashAfter}`).toEqual(withoutTimes(whole));
  }
});

/** Tags, tag wikis and the stand-in are dated by the clock, and ids move when batches are cut otherwise. */
function withoutTimes(value: unknown): unknown {
  const { threads, answers, comments, follows, imported, tags } = value as Record<string, unknown>;
  const lines = [threads, answers, comments].map((rows) => (rows as Record<string, unknown>[]).map(({ attribution, score, state, answer_count, comment_count, solved_at, closed_reason }) =>
    JSON.stringify({ attribution, score, state, answer_count, comment_count, solved_at, closed_reason })).sort());
  const described = (tags as Record<string, unknown>[]).map(({ slug, description, thread_count }) => `${slug} ${description} ${thread_count}`).sort();
  return { lines, described, follows: (follows as unknown[]).length, imported };
}

test("a newer dump brings newer scores, on top of which stands what members voted here", async () => {
  const voter = await makeMember();
  const filter = await thread("Which filter?");
  await db.execute(sql`insert into votes (member_id, target_kind, target_id, thread_id, value) values (${voter.id}, 'thread', ${filter.id}, ${filter.id}, 1)`);
  await db.update(threads).set({ score: 1 }).where(eq(threads.id, filter.id));
  await importAll();
  expect((await thread("Which filter?")).score).toBe(3);
});

test("refuses who may not, and says in one line what is wrong with a folder", async () => {
  const member = await makeMember({ role: "manager" });
  await expect(importStackExchange(member, { folder })).rejects.toMatchObject({ code: "forbidden" });
  await expect(importAll({ folder: "/nowhere/at-all" })).rejects.toThrow("/nowhere/at-all: there is no such folder.");
  await expect(importAll({ folder: fileURLToPath(new URL(".", import.meta.url)) })).rejects.toThrow("Posts.xml or Posts.xml.gz is missing");
  await expect(importAll({ locale: "fr" })).rejects.toMatchObject({ fields: { locale: { key: "error.invalidValue" } } });
});
