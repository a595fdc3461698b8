import type { Person } from "@/lib/members/person";

/** What an agent declares of themselves; "disconnected" and "not_responding" are found out. */
export const declarable = ["online", "away", "break", "wrap_up", "draining", "offline"] as const;
export type DeclaredPresence = (typeof declarable)[number];
/**
 * A declaration is the agent's word. The others come from pages that are open, and what is known of a living lease
 * stands, whatever a page believes: an arrival brings back who was gone, a beat does not bring back who has signed
 * off, and a departure speaks for one browser.
 */
export const presenceSigns = ["declaration", "arrival", "beat", "departure"] as const;
export type PresenceSign = (typeof presenceSigns)[number];
export type PresenceState = DeclaredPresence | "not_responding" | "disconnected";

export type PresenceView = {
  state: PresenceState;
  since: Date;
  /** Repeat before then. */
  leaseUntil: Date | null;
  load: number;
  capacity: number;
  /** While in wrap-up: when it ends by itself, and whether that can still be put off. */
  wrapUp: { until: Date; canExtend: boolean } | null;
};

export type AgentView = Person & Omit<PresenceView, "wrapUp"> & { departments: number[]; skills: string[] };
