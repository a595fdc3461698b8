import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { expertTopics, members } from "@/db/schema";
import type { Actor, Role, Trust } from "./actor";
import { canSetExpertTopics } from "./permissions";
import { assertCan } from "./require-member";

export type MemberRecord = {
  id: number;
  name: string;
  displayName: string;
  email: string | null;
  role: Role;
  trust: Trust;
  createdAt: Date;
  suspendedUntil: Date | null;
  answerCount: number;
  acceptedCount: number;
  expertIn: number[];
};

/** What managers know of a member; null when there is none. */
export async function getMemberRecord(actor: Actor, id: number): Promise<MemberRecord | null> {
  assertCan(canSetExpertTopics(actor));
  const [[row], topics] = await Promise.all([
    db
      .select({
        id: members.id,
        name: members.name,
        displayName: members.displayName,
        email: members.email,
        role: members.role,
        trust: members.trust,
        createdAt: members.createdAt,
        suspendedUntil: members.suspendedUntil,
        answerCount: members.answerCount,
        acceptedCount: members.acceptedCount,
      })
      .from(members)
      .where(eq(members.id, id)),
    db.select({ id: expertTopics.categoryId }).from(expertTopics).where(eq(expertTopics.memberId, id)),
  ]);
  return row ? { ...row, expertIn: topics.map((topic) => topic.id) } : null;
}
