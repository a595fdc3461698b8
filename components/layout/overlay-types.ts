import type { Locale } from "@/lib/platform/i18n/locale";

/** What makes a page that is the same for all into yours. GET /overlay answers with this. */
export type Overlay = {
  me: OverlayMe | null;
  thread?: OverlayThread;
};

export type OverlayMe = {
  id: number;
  name: string;
  displayName: string;
  role: "member" | "expert" | "agent" | "manager" | "admin";
  avatarUrl: string | null;
  unread: number;
  /** Of their conversations with the company, the newest still open. */
  conversation: number | null;
  locale: Locale;
};

export type OverlayThread = {
  /** By "thread" or the id of the answer. */
  votes: Record<string, -1 | 0 | 1>;
  meToo: boolean;
  subscribed: boolean;
  /** answer, accept, edit, flag, promote, escalate …: whether this reader may. */
  can: Record<string, boolean>;
  own: { thread: boolean; answerIds: number[]; commentIds: number[] };
  conversation?: { id: number; state: string };
  /** The reader's own private branch. */
  branch?: number;
  /** How far the ladder is, told to the asker alone. */
  escalation?: { state: string; departmentId: number };
};
