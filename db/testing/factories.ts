import { categories, departments, departmentMembers, expertTopics, members } from "@/db/schema";
import { inTransaction } from "@/db/client";
import { postAnswer } from "@/lib/answers/post-answer";
import type { Member, Role, Trust } from "@/lib/members/actor";
import { now } from "@/lib/platform/clock";
import type { Locale } from "@/lib/platform/i18n/locale";
import { postThread, type PostedThread } from "@/lib/threads/post-thread";

/** Rows for tests, each new and complete; what happens in the community goes through the acts. */
// Stories share one database: each of their processes has numbers of its own.
let count = process.env.KUNDIG_E2E_DATABASE_URL ? process.pid * 1_000 : 0;
const next = () => ++count;

type MemberWishes = Partial<Pick<Member, "name" | "displayName" | "suspendedUntil">> & {
  role?: Role;
  trust?: Trust;
  locale?: Locale;
  email?: string;
  /** Ids of categories and departments. */
  expertIn?: number[];
  departments?: number[];
};

/** A member who is known here, so that posts are not held. */
export async function makeMember(wishes: MemberWishes = {}): Promise<Member> {
  const name = wishes.name ?? `member-${next()}`;
  const { role = "member", trust = "known", locale = "en", suspendedUntil = null } = wishes;
  const { displayName = name, email = `${name}@example.test`, expertIn = [], departments: in_ = [] } = wishes;
  const row = { name, displayName, email, role, trust, locale, suspendedUntil, emailVerifiedAt: now(), createdAt: now() };
  return inTransaction(async (tx) => {
    const [made] = await tx.insert(members).values(row).returning({ id: members.id });
    if (!made) throw new Error("no member");
    const id = made.id;
    if (expertIn.length) await tx.insert(expertTopics).values(expertIn.map((categoryId) => ({ memberId: id, categoryId })));
    if (in_.length) await tx.insert(departmentMembers).values(in_.map((departmentId) => ({ departmentId, memberId: id })));
    return { kind: "member", id, name, displayName, role, locale, trust, expertIn, departments: in_, suspendedUntil };
  });
}

/** Who asks, who answers for the company, and who decides. */
export async function makePeople(): Promise<{ asker: Member; agent: Member; manager: Member }> {
  const [asker, agent, manager] = await Promise.all([makeMember(), makeMember({ role: "agent" }), makeMember({ role: "manager" })]);
  return { asker, agent, manager };
}

type CategoryWishes = Partial<typeof categories.$inferInsert>;

export async function makeCategory(wishes: CategoryWishes = {}): Promise<{ id: number; slug: string }> {
  const slug = wishes.slug ?? `category-${next()}`;
  const [made] = await inTransaction((tx) =>
    tx
      .insert(categories)
      .values({ nameEn: slug, nameDe: slug, ...wishes, slug })
      .returning({ id: categories.id, slug: categories.slug }),
  );
  if (!made) throw new Error("no category");
  return made;
}

/** Open around the clock, every day. */
const always = { zone: "Europe/Berlin", weekly: [0, 1, 2, 3, 4, 5, 6].map((day) => ({ day, from: "00:00", to: "24:00" })) };

export async function makeDepartment(wishes: Partial<typeof departments.$inferInsert> = {}): Promise<{ id: number; slug: string }> {
  const slug = wishes.slug ?? `department-${next()}`;
  const [made] = await inTransaction((tx) =>
    tx
      .insert(departments)
      .values({ nameEn: slug, nameDe: slug, calendar: always, ...wishes, slug })
      .returning({ id: departments.id, slug: departments.slug }),
  );
  if (!made) throw new Error("no department");
  return made;
}

/** A thread asked by `author`; without a category in one of its own. */
export async function makeThread(author: Member, wishes: Record<string, unknown> = {}): Promise<PostedThread> {
  const category = wishes.category ?? (await makeCategory()).slug;
  return postThread(author, { title: `How do I fix problem number ${next()}?`, body: "It does not work.", ...wishes, category });
}

export async function makeAnswer(author: Member, threadId: number, body = "Turn it off and on again."): Promise<number> {
  return (await postAnswer(author, { threadId, body })).id;
}
