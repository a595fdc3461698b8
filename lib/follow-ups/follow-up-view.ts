import type { Person } from "@/lib/members/person";

/** How somebody was let down: refused a chat, a promise broken, gone while waiting, stuck, or rated badly. */
export const followUpKinds = ["refused", "missed", "left", "stuck", "rated"] as const;
export type FollowUpKind = (typeof followUpKinds)[number];

export const outcomes = ["chose", "replied", "solved", "call_offered", "mended", "seen"] as const;
export type Outcome = (typeof outcomes)[number];

export type FollowUpView = {
  id: number;
  kind: FollowUpKind;
  reason: string;
  departmentId: number;
  happenedAt: Date;
  dueAt: Date;
  overdue: boolean;
  /** Null once it is forgotten who it was. */
  thread: { id: number; slug: string; title: string } | null;
  asker: Person | null;
  conversationId: number | null;
  choice: string | null;
  owner: Person | null;
  endedAt: Date | null;
  outcome: Outcome | null;
};
