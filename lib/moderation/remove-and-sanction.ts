import { eq } from "drizzle-orm";
import { type Tx, inTransaction } from "@/db/client";
import { cases, members } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { assertCan } from "@/lib/members/require-member";
import { NotFound } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/parse-input";
import { idInput } from "@/lib/platform/text-input";
import type { PostKind } from "@/lib/threads/thread-view";
import { decideCase } from "./decide-case";
import { canReview } from "./permissions";
import { sanctionMember } from "./sanction-member";
import { findPost } from "./target";

type Sanction = { kind: unknown; rule: unknown; reason: unknown; days?: unknown; version?: unknown };

/** Deletes the post of a case and sanctions its author for it: both, or neither. */
export async function removeAndSanction(actor: Actor, caseId: number, input: Sanction, tx?: Tx): Promise<{ id: number; sanctionId: number }> {
  parseInput(idInput, caseId);
  const { version, ...sanction } = input;
  assertCan(canReview(actor));
  return inTransaction(async (tx) => {
    const [found] = await tx.select({ kind: cases.targetKind, id: cases.targetId }).from(cases).where(eq(cases.id, caseId));
    if (!found || found.kind === "article" || found.kind === "member") throw new NotFound();
    const { authorId } = await findPost(tx, found.kind as PostKind, found.id);
    const [author] = await tx.select({ name: members.name }).from(members).where(eq(members.id, authorId));
    const { id: sanctionId } = await sanctionMember(actor, { ...sanction, member: author?.name }, tx);
    const { id } = await decideCase(actor, caseId, { action: "delete", reason: String(sanction.reason).slice(0, 500), version }, tx);
    return { id, sanctionId };
  }, tx);
}
