import { sql } from "drizzle-orm";
import { db, inTransaction } from "@/db/client";
import { categories, conversations, departments, members, threads } from "@/db/schema";
import { postAnswer } from "@/lib/answers/post-answer";
import type { Member } from "@/lib/members/actor";
import { createAccessToken } from "@/lib/members/create-access-token";
import { createSession } from "@/lib/platform/auth/create-session";
import { indexChanges } from "@/lib/search/index-changes";
import { reconcileDocuments } from "@/lib/search/reconcile";
import { relateDocuments } from "@/lib/search/relate-documents";
import { postThread } from "@/lib/threads/post-thread";

export type BenchWorld = { people: Member[]; tokens: string[]; session: string; staffSession: string; staff: Member; threadId: number; threadPath: string };

const PEOPLE = 20;
const ANSWERS = 20;

/** A community of `posts` posts, with one thread of 20 answers and people who can write. */
export async function fill(posts: number): Promise<BenchWorld> {
  const { categoryId } = await makePlace();
  const people: Member[] = [];
  for (let index = 0; index < PEOPLE; index++) people.push(await makePerson(`person-${index}`, "member"));
  const staff = await makePerson("agent", "agent");
  const first = people[0];
  if (!first) throw new Error("nobody");
  const thread = await postThread(first, { title: "The machine does not drain and shows E18", body: paragraph(1).repeat(3), category: "washing", locale: "en" });
  for (let index = 1; index <= ANSWERS; index++) await postAnswer(people[index % PEOPLE] ?? first, { threadId: thread.id, body: `${paragraph(index)}\n\n1. Step one\n2. Step two\n\n${paragraph(index + 7)}` });
  await fillQuickly(categoryId, people.map((person) => person.id), posts);
  const tokens: string[] = [];
  for (const person of people.slice(0, 8)) tokens.push((await createAccessToken(person, { name: "bench" })).token);
  const session = await inTransaction((tx) => createSession(tx, first.id, { userAgent: "bench" }));
  const staffSession = await inTransaction((tx) => createSession(tx, staff.id, { userAgent: "bench" }));
  await db.execute(sql`delete from graphile_worker._private_jobs where task_id in (select id from graphile_worker._private_tasks where identifier not like 'search%')`);
  await db.execute(sql`analyze`);
  // A community at rest: what follows every write elsewhere (index, related threads) has been done.
  await reconcileDocuments();
  while ((await indexChanges()) + (await relateDocuments(100)) > 0);
  return { people, tokens, session, staffSession, staff, threadId: thread.id, threadPath: `/t/${thread.id}/${thread.slug}` };
}

/** A department that is always open, and a category of its. */
export async function makePlace(): Promise<{ departmentId: number; categoryId: number }> {
  const calendar = { zone: "Europe/Berlin", weekly: [0, 1, 2, 3, 4, 5, 6].map((day) => ({ day, from: "00:00", to: "24:00" })), exceptions: [] };
  const [department] = await db.insert(departments).values({ slug: "support", nameEn: "Support", nameDe: "Kundendienst", calendar }).returning({ id: departments.id });
  const [category] = await db
    .insert(categories)
    .values({ slug: "washing", nameEn: "Washing", nameDe: "Waschen", departmentId: department?.id })
    .returning({ id: categories.id });
  if (!department || !category) throw new Error("no place");
  return { departmentId: department.id, categoryId: category.id };
}

/** A chat that an agent has accepted already. Returns its number. */
export async function openChat(people: { threadId: number; askerId: number; departmentId: number; agentId: number }): Promise<number> {
  const [chat] = await db
    .insert(conversations)
    .values({ ...people, state: "active", packet: {}, fence: 1, acceptedAt: new Date() })
    .returning({ id: conversations.id });
  if (!chat) throw new Error("no chat");
  return chat.id;
}

export async function makePerson(name: string, role: "member" | "agent"): Promise<Member> {
  const [row] = await db.insert(members).values({ name, displayName: name, email: `${name}@example.com`, role, trust: "known", mailNotifications: false }).returning({ id: members.id });
  if (!row) throw new Error("no member");
  return { kind: "member", id: row.id, name, displayName: name, role, locale: "en", trust: "known", expertIn: [], departments: [], suspendedUntil: null };
}

/** Older posts, written in two statements: their number is what counts. */
async function fillQuickly(categoryId: number, authors: number[], posts: number): Promise<void> {
  const threadCount = Math.floor(posts / 5);
  const author = sql`(array[${sql.join(authors.map((id) => sql`${id}::bigint`), sql`, `)}])[1 + n % ${authors.length}]`;
  await db.execute(sql`insert into threads (category_id, author_id, locale, title, slug, body, body_html, state, answer_count, created_at, last_activity_at)
    select ${categoryId}, ${author}, 'en', 'Question number ' || n || ' about a machine', 'question-' || n, 'Some words about number ' || n, '<p>Some words about number ' || n || '</p>', 'answered', 4,
      now() - n * interval '1 hour', now() - n * interval '1 hour' from generate_series(1, ${threadCount}) n`);
  await db.execute(sql`insert into answers (thread_id, author_id, body, body_html, created_at)
    select t.id, ${author}, 'An answer', '<p>An answer</p>', t.created_at from ${threads} t, generate_series(1, 4) n where t.slug like 'question-%'`);
}

function paragraph(seed: number): string {
  const words = ["pump", "filter", "hose", "drum", "water", "error", "programme", "door", "seal", "drain", "motor", "display", "button", "plug", "minutes", "again"];
  return Array.from({ length: 60 }, (_, index) => words[(index * 7 + seed * 3) % words.length]).join(" ") + ".";
}
