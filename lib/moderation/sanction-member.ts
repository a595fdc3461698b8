import { eq, sql } from "drizzle-orm";
import { type Tx, inTransaction } from "@/db/client";
import { members, sanctions } from "@/db/schema";
import { type Actor, memberId } from "@/lib/members/actor";
import { assertCan } from "@/lib/members/require-member";
import { notify } from "@/lib/notifications/notify";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { InvalidInput, NotFound } from "@/lib/platform/errors";
import { invalidatePages } from "@/lib/platform/pages/page-tags";
import { parseInput } from "@/lib/platform/parse-input";
import { sanctionInput } from "./input";
import { canSanction } from "./permissions";

const DAY_MS = 24 * 60 * 60 * 1000;

/** Warns a member, or pauses their writing until a date; always with a rule and a reason they are told. */
export async function sanctionMember(actor: Actor, input: unknown, tx?: Tx): Promise<{ id: number }> {
  const { member: name, kind, rule, reason, days } = parseInput(sanctionInput, input);
  if (kind === "suspension" && days === undefined) throw new InvalidInput({ days: { key: "error.required" } });
  return inTransaction(async (tx) => {
    const [member] = await tx.select({ id: members.id, role: members.role }).from(members).where(eq(members.name, name.toLowerCase())).for("no key update");
    assertCan(canSanction(actor, member ?? { id: 0, role: "member" }));
    if (!member) throw new NotFound();
    const until = kind === "suspension" && days ? new Date(now().getTime() + days * DAY_MS) : null;
    const [sanction] = await tx
      .insert(sanctions)
      .values({ memberId: member.id, kind, rule, reason, until, issuedById: memberId(actor), createdAt: now() })
      .returning({ id: sanctions.id });
    if (!sanction) throw new Error("no sanction written");
    if (until) await tx.update(members).set({ suspendedUntil: sql`greatest(${members.suspendedUntil}, ${until.toISOString()}::timestamptz)` }).where(eq(members.id, member.id));
    await recordAudit(tx, actor, `member.${kind}`, { kind: "member", id: member.id }, { rule, reason, until });
    await invalidatePages(tx, `member:${member.id}`, `member-session:${member.id}`);
    await notify(tx, { memberId: member.id, kind: "sanctioned", path: `/me/sanctions/${sanction.id}`, values: { title: rule, reason }, actorId: memberId(actor), dedupeKey: `sanction:${sanction.id}` });
    return { id: sanction.id };
  }, tx);
}
