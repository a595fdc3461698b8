import type { Person } from "@/lib/members/person";

/** What an agent declares of themselves; "disconnected" and "not_responding" are found out. */
export const declarable = ["online", "away", "break", "wrap_up", "draining", "offline"] as const;
export type DeclaredPresence = (typeof declarable)[number];
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
