import { inTransaction, type Tx } from "@/db/client";
import { recordAudit } from "@/lib/platform/audit";
import { revokeSession } from "@/lib/platform/auth/revoke-sessions";
import type { Actor } from "./actor";
import type { Device } from "./device";

/** Ends the session of this browser; nothing to end is fine. */
export async function signOut(actor: Actor, device: Device, outer?: Tx): Promise<void> {
  const { session } = device;
  if (!session) return;
  await inTransaction(async (tx) => {
    const ended = await revokeSession(tx, session);
    if (ended && actor.kind === "member") await recordAudit(tx, actor, "member.signed_out", { kind: "member", id: actor.id });
  }, outer);
}
