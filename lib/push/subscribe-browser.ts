import { and, eq, sql } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { pushSubscriptions } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { requireMember } from "@/lib/members/require-member";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { parseInput } from "@/lib/platform/parse-input";
import { endpointInput, subscriptionInput } from "./input";

const MOST_BROWSERS = 10;

/** This browser may be told while none of our pages is open in it. Whose it was before hears nothing there any more. */
export async function subscribeBrowser(actor: Actor, input: unknown, outer?: Tx): Promise<void> {
  const { endpoint, keys } = parseInput(subscriptionInput, input);
  const member = requireMember(actor);
  await inTransaction(async (tx) => {
    const row = { memberId: member.id, ...keys, createdAt: now() };
    await tx.insert(pushSubscriptions).values({ endpoint, ...row }).onConflictDoUpdate({ target: pushSubscriptions.endpoint, set: row });
    await tx.execute(sql`delete from push_subscriptions where member_id = ${member.id} and id not in (
      select id from push_subscriptions where member_id = ${member.id} order by created_at desc, id desc limit ${MOST_BROWSERS})`);
    await recordAudit(tx, member, "push.subscribed", { kind: "member", id: member.id });
  }, outer);
}

/** No more of it in this browser. */
export async function unsubscribeBrowser(actor: Actor, input: unknown, outer?: Tx): Promise<void> {
  const { endpoint } = parseInput(endpointInput, input);
  const member = requireMember(actor);
  await inTransaction(async (tx) => {
    await tx.delete(pushSubscriptions).where(and(eq(pushSubscriptions.endpoint, endpoint), eq(pushSubscriptions.memberId, member.id)));
    await recordAudit(tx, member, "push.unsubscribed", { kind: "member", id: member.id });
  }, outer);
}
