import { inTransaction, type Tx } from "@/db/client";
import type { Actor } from "@/lib/members/actor";
import { assertCan, requireMember } from "@/lib/members/require-member";
import { recordAudit } from "@/lib/platform/audit";
import { invalidatePages } from "@/lib/platform/pages/page-tags";
import { parseInput } from "@/lib/platform/parse-input";
import { changeSubscription } from "./change-subscription";
import { findThread } from "./find-thread";
import { setSubscriptionInput } from "./input";
import { canSubscribe } from "./permissions";

/** Follows a thread or stops following; idempotent. */
export async function setSubscription(
  actor: Actor,
  input: unknown,
  outer?: Tx,
): Promise<{ on: boolean; followerCount: number }> {
  const { id, on } = parseInput(setSubscriptionInput, input);
  return inTransaction(async (tx) => {
    const thread = await findThread(tx, actor, id, { lock: true });
    const member = requireMember(actor);
    assertCan(canSubscribe(member, thread));
    const followerCount = await changeSubscription(tx, id, member.id, on);
    if (followerCount !== thread.followerCount) {
      await recordAudit(tx, member, on ? "thread.followed" : "thread.unfollowed", { kind: "thread", id });
      await invalidatePages(tx, `thread:${id}`);
    }
    return { on, followerCount };
  }, outer);
}
