import type { agentPresence } from "@/db/schema";
import { now } from "@/lib/platform/clock";

/** Signed on and heard of lately, whatever else they declare: at their desk, on a break or wrapping up. */
export function isThere(presence: Pick<typeof agentPresence.$inferSelect, "state" | "leaseUntil"> | null): boolean {
  return presence !== null && presence.state !== "offline" && presence.leaseUntil !== null && presence.leaseUntil > now();
}
