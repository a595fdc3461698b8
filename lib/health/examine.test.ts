import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { makeAnswer, makeCategory, makeDepartment, makeMember, makeThread } from "@/db/testing/factories";
import { testDatabase } from "@/db/testing";
import { makeVideo } from "@/db/testing/make-video";
import { setAcceptance } from "@/lib/answers/set-acceptance";
import { postComment } from "@/lib/comments/post-comment";
import { createArticle } from "@/lib/articles/create-article";
import { transitionArticle } from "@/lib/articles/transition-article";
import { system } from "@/lib/members/actor";
import { indexChanges } from "@/lib/search/index-changes";
import { setMeToo } from "@/lib/threads/set-me-too";
import { setVote } from "@/lib/votes/set-vote";
import { examine } from "./examine";

testDatabase();
const look = (repair = false) => examine(system("doctor"), { repair });
/** Tests run on a database that is told to forget, for speed. */
const wrong = async (repair = false) => (await look(repair)).filter(({ area, state }) => state === "bad" && area !== "database");

const world = { thread: 0, answer: 0, agent: 0, asker: 0, department: 0 };

beforeAll(async () => {
  const department = await makeDepartment();
  const category = await makeCategory({ departmentId: department.id });
  const [asker, helper, agent] = [await makeMember(), await makeMember(), await makeMember({ role: "agent", departments: [department.id] })];
  const thread = await makeThread(asker, { category: category.slug, tags: ["water"] });
  const answer = await makeAnswer(helper, thread.id);
  await postComment(helper, { threadId: thread.id, body: "Which model?" });
  await postComment(asker, { answerId: answer, body: "Thank you." });
  await setMeToo(helper, { id: thread.id, on: true });
  await setVote(helper, { kind: "thread", id: thread.id }, 1);
  await setVote(asker, { kind: "answer", id: answer }, 1);
  await setAcceptance(asker, answer, true);
  const guide = await createArticle(agent, { title: "Clean the filter", body: "Turn it.", locale: "en", category: category.slug });
  await makeVideo(agent, guide.id, { said: "Open the flap." });
  await transitionArticle(agent, guide.id, { to: "published" });
  await indexChanges();
  Object.assign(world, { thread: thread.id, answer, agent: agent.id, asker: asker.id, department: department.id });
});

test("finds nothing wrong in what the acts have made", async () => {
  expect(await wrong()).toEqual([]);
  const areas = new Set((await look()).map(({ area }) => area));
  expect([...areas]).toEqual(["database", "counters", "chat", "jobs", "mail", "search", "files", "holds"]);
});

test("says when the database may lose what it acknowledged", async () => {
  // The Postgres of the tests runs with fsync off.
  expect((await look()).filter(({ state }) => state === "bad").map(({ text }) => text).join()).toContain("fsync = off");
});

test("counts again what was miscounted", async () => {
  await db.execute(sql`update threads set comment_count = 9, me_too_count = 9, follower_count = 9, score = 9, answer_count = 9, state = 'unanswered'`);
  await db.execute(sql`update answers set comment_count = 9, score = 9`);
  await db.execute(sql`update tags set thread_count = 9`);
  await db.execute(sql`update categories set thread_count = 9`);
  await db.execute(sql`update members set answer_count = 9, accepted_count = 9`);
  expect(await wrong()).toHaveLength(11);
  const repaired = await wrong(true);
  expect(repaired.every((finding) => finding.repaired)).toBe(true);
  expect(await wrong()).toEqual([]);
  const { rows } = await db.execute(sql`select answer_count, comment_count, me_too_count, follower_count, score, state from threads`);
  expect(rows).toEqual([{ answer_count: 1, comment_count: 1, me_too_count: 1, follower_count: 2, score: 1, state: "solved" }]);
  const audit = await db.execute(sql`select count(*)::int as count from audit_log where action = 'doctor.recounted'`);
  expect(audit.rows[0]?.count).toBe(11);
});

test("looks without touching anything unless told to repair", async () => {
  await db.execute(sql`update threads set score = 9`);
  await look();
  const { rows } = await db.execute(sql`select score from threads`);
  expect(rows).toEqual([{ score: 9 }]);
  await look(true);
});

test("puts back into the line who stands nowhere, and clears what is left over", async () => {
  const { thread, agent, asker, department } = world;
  const conversation = async (state: string) => {
    const { rows } = await db.execute<{ id: string }>(sql`insert into conversations (thread_id, asker_id, department_id, state, packet, agent_id)
      values (${thread}, ${state === "queued" ? asker : agent}, ${department}, ${state}::conversation_state, '{}', ${state === "active" ? agent : null}) returning id`);
    return Number(rows[0]?.id);
  };
  const queued = await conversation("queued");
  const active = await conversation("active");
  await db.execute(sql`insert into queue_entries (conversation_id, department_id, enqueued_at, deadline_at) values (${active}, ${department}, now(), now() + interval '1 day')`);
  await db.execute(sql`insert into agent_presence (member_id, state, lease_until, load) values (${agent}, 'online', now() + interval '1 day', 3)`);
  expect((await wrong()).map(({ text }) => text)).toEqual([
    "1 conversation waits and stands in no line",
    "1 place in the line is of a conversation that no longer waits",
    "1 agent's load is miscounted",
  ]);
  await look(true);
  expect(await wrong()).toEqual([]);
  const { rows } = await db.execute(sql`select conversation_id::int as conversation, state from queue_entries order by conversation_id`);
  expect(rows).toEqual([{ conversation: queued, state: "waiting" }, { conversation: active, state: "left" }]);
});

test("a running chat that is nobody's goes back into the line", async () => {
  await db.execute(sql`update queue_entries set state = 'left'`);
  await db.execute(sql`update conversations set state = 'active', agent_id = null where state = 'queued'`);
  expect((await wrong()).map(({ text }) => text)).toEqual(["1 running conversation is nobody's"]);
  await look(true);
  expect(await wrong()).toEqual([]);
});

test("ends what time has ended and nobody has", async () => {
  await db.execute(sql`update agent_presence set lease_until = now() - interval '1 hour'`);
  expect((await wrong()).map(({ text }) => text)).toContain("1 agent counts as there without a sign of life");
  await look(true);
  expect(await wrong()).toEqual([]);
});

test("brings the index in line with what can be found", async () => {
  await db.execute(sql`delete from search_documents`);
  expect((await wrong()).map(({ text }) => text)).toContain("3 documents are missing in the index, 0 are too many");
  await look(true);
  expect(await wrong()).toEqual([]);
});

test("tries again what has failed for good", async () => {
  await db.execute(sql`select graphile_worker.add_job('vote.set', '{}'::json)`);
  await db.execute(sql`update graphile_worker._private_jobs set attempts = max_attempts, last_error = 'Error: no'`);
  expect((await wrong()).length).toBeGreaterThan(0);
  await look(true);
  expect(await wrong()).toEqual([]);
});

test("refuses who is no admin", async () => {
  await expect(examine(await makeMember({ role: "manager" }), {})).rejects.toMatchObject({ code: "forbidden" });
});
