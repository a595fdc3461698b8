import { atEnd, type Tx } from "@/db/client";
import { auditLog } from "@/db/schema";
import { now } from "./clock";

type Who = { kind: "visitor" } | { kind: "member"; id: number } | { kind: "system"; job: string };

/** Writes who did what to what, in the transaction that does it. */
export async function recordAudit(
  tx: Tx,
  actor: Who,
  action: string,
  target: { kind: string; id: number | string },
  data: Record<string, unknown> = {},
): Promise<void> {
  const row = {
    actorKind: actor.kind,
    actorId: actor.kind === "member" ? actor.id : null,
    action,
    targetKind: target.kind,
    targetId: String(target.id),
    data: actor.kind === "system" ? { ...data, job: actor.job } : data,
    createdAt: now(),
  };
  atEnd(tx, tx.insert(auditLog).values(row).returning({ id: auditLog.id }).getSQL());
}
