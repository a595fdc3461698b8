import { eq, inArray } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { categories, expertTopics, members } from "@/db/schema";
import { recordAudit } from "@/lib/platform/audit";
import { refreshMember } from "@/lib/platform/auth/revoke-sessions";
import { InvalidInput, NotFound } from "@/lib/platform/errors";
import { invalidatePages } from "@/lib/platform/pages/page-tags";
import { parseInput } from "@/lib/platform/parse-input";
import type { Actor } from "./actor";
import { expertTopicsInput } from "./input";
import { canSetExpertTopics } from "./permissions";
import { assertCan, requireMember } from "./require-member";

/** Names exactly the categories in which a member is trusted as an expert. */
export async function setExpertTopics(actor: Actor, input: unknown, outer?: Tx): Promise<void> {
  const { memberId, categoryIds } = parseInput(expertTopicsInput, input);
  if (actor.kind !== "system") requireMember(actor);
  assertCan(canSetExpertTopics(actor));
  const wanted = [...new Set(categoryIds)];
  await inTransaction(async (tx) => {
    const [member] = await tx.select({ id: members.id }).from(members).where(eq(members.id, memberId)).for("update");
    if (!member) throw new NotFound();
    const known = wanted.length ? await tx.select({ id: categories.id }).from(categories).where(inArray(categories.id, wanted)) : [];
    if (known.length !== wanted.length) throw new InvalidInput({ categoryIds: { key: "error.invalidValue" } });
    await tx.delete(expertTopics).where(eq(expertTopics.memberId, memberId));
    if (wanted.length) await tx.insert(expertTopics).values(wanted.map((categoryId) => ({ memberId, categoryId })));
    await invalidatePages(tx, `member:${memberId}`);
    await refreshMember(tx, memberId);
    await recordAudit(tx, actor, "member.topics_set", { kind: "member", id: memberId }, { categoryIds: wanted });
  }, outer);
}
