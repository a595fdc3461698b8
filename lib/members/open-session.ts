import type { Tx } from "@/db/client";
import { recordAudit } from "@/lib/platform/audit";
import { createSession } from "@/lib/platform/auth/create-session";
import { revokeSession } from "@/lib/platform/auth/revoke-sessions";
import type { Device, SignedIn } from "./device";

/** The last step of every way in: a new session, never the one the browser came with. */
export async function openSession(tx: Tx, member: SignedIn["member"], way: string, device: Device): Promise<SignedIn> {
  if (device.session) await revokeSession(tx, device.session);
  const token = await createSession(tx, member.id, { userAgent: device.userAgent });
  await recordAudit(tx, { kind: "member", id: member.id }, "member.signed_in", { kind: "member", id: member.id }, { way });
  return { token, member };
}
