import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { agentPresence } from "@/db/schema";
import { type Actor, memberId } from "@/lib/members/actor";
import { now } from "@/lib/platform/clock";
import type { PresenceView } from "./presence-view";

type Row = typeof agentPresence.$inferSelect;

/** One's own presence; offline for whoever never declared any. */
export async function getPresence(actor: Actor): Promise<PresenceView> {
  const own = memberId(actor);
  const [row] = own === null ? [] : await db.select().from(agentPresence).where(eq(agentPresence.memberId, own));
  return row ? presenceView(row) : { state: "offline", since: now(), leaseUntil: null, load: 0, capacity: 0, wrapUp: null };
}

/** Presence = what was declared × the lease. */
export function presenceView({ state, stateSince, leaseUntil, load, capacity, wrapUpUntil, wrapUpSeconds }: Row): PresenceView {
  const lost = state !== "offline" && (leaseUntil === null || leaseUntil <= now());
  const wrapUp = state === "wrap_up" && wrapUpUntil ? { until: wrapUpUntil, canExtend: wrapUpSeconds !== null } : null;
  return { state: lost ? "disconnected" : state, since: stateSince, leaseUntil, load, capacity, wrapUp };
}
