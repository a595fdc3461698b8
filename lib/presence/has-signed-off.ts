import type { agentPresence } from "@/db/schema";

type Absence = Pick<typeof agentPresence.$inferSelect, "state" | "stateSince" | "leaseUntil">;

/** Gone by their own word. Who says so ends the lease in that moment; of a lost browser the lease runs out first. */
export function hasSignedOff({ state, stateSince, leaseUntil }: Absence): boolean {
  return state === "offline" && leaseUntil !== null && stateSince <= leaseUntil;
}
