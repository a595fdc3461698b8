import type { Role } from "@/lib/members/actor";
import type { Locale } from "@/lib/platform/i18n/locale";
import type { PostKind, PostStatus } from "@/lib/threads/thread-view";

export type CaseState = "pending" | "upheld" | "dismissed";
export type CaseFilter = "open" | "flagged" | "held" | "today" | "week";

export type CasePost = {
  kind: PostKind;
  id: number;
  threadId: number;
  title: string;
  body: string;
  status: PostStatus;
  path: string;
  createdAt: Date;
};

export type CaseFlag = {
  reason: string;
  note: string;
  weight: number;
  by: { id: number; name: string; displayName: string; role: Role };
  createdAt: Date;
};

export type CaseDecision = { id: number; action: string; reason: string; by: string | null; createdAt: Date };

export type CaseRow = {
  id: number;
  cause: string;
  state: CaseState;
  score: number;
  version: number;
  createdAt: Date;
  target: CasePost;
  author: { id: number; name: string; displayName: string; role: Role };
  flags: CaseFlag[];
  /** The last one; null while the case is pending. */
  decision: CaseDecision | null;
};

/** What a moderator needs to know before deciding. */
export type CaseView = CaseRow & {
  author: CaseRow["author"] & {
    locale: Locale;
    memberSince: Date;
    posts: number;
    upheldBefore: number;
    sanctions: number;
    suspendedUntil: Date | null;
  };
  /** Of each flagger: how often they were right. */
  flaggers: Record<number, { judged: number; upheld: number }>;
  /** What stood before it in the thread. */
  before: { author: string; body: string; createdAt: Date } | null;
  can: { decide: boolean; sanction: boolean; takeBack: boolean };
};

export type CaseCounts = {
  open: number;
  flagged: number;
  held: number;
  appeals: number;
  today: number;
  week: number;
  oldestAt: Date | null;
};

export type AppealRow = {
  id: number;
  text: string;
  createdAt: Date;
  member: { id: number; name: string; displayName: string; role: Role };
  /** What it is about: a decision on a post, or a sanction. */
  about:
    | { kind: "decision"; id: number; caseId: number; action: string; reason: string; by: string | null; createdAt: Date; post: CasePost }
    | { kind: "sanction"; id: number; sanction: string; rule: string; reason: string; until: Date | null; by: string | null; createdAt: Date };
  can: { decide: boolean };
};
