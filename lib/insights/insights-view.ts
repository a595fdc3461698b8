import type { PeriodName } from "./period";

/** How a question ended; each counts once. Open: answered, but not solved yet. */
export type Ending = "members" | "company" | "chat" | "open" | "unanswered";
export type SuggestionOutcome = "left_satisfied" | "me_too" | "posted_anyway" | "abandoned";

/** A figure beside the one of the equally long time before. */
export type Compared = { now: number | null; before: number | null };

export type QuestionRow = {
  id: number;
  slug: string;
  title: string;
  createdAt: Date;
  firstAnswerAt: Date | null;
  departmentId: number | null;
  ending: Ending;
  /** Business minutes to the first reply of somebody else; null while there is none. */
  replyMinutes: number | null;
  /** Null: its time is not over yet. */
  inTarget: boolean | null;
};

export type ChatRow = {
  id: number;
  threadId: number;
  slug: string;
  title: string;
  departmentId: number;
  choice: string;
  state: string;
  disposition: "publish" | "linked" | "private" | null;
  createdAt: Date;
  waitSeconds: number | null;
  firstReplySeconds: number | null;
  /** What an agent would have taken, had an answer of the community not come first. */
  savedSeconds: number | null;
  rating: number | null;
};

export type MissingRow = { query: string; searches: number; asked: number };
export type HelpfulRow = { id: number; title: string; helpful: number; unhelpful: number };

/** How often one agent asked for what was told: chats they wrote in, those with such a question, such questions. */
export type RepeatRow = { agentId: number; name: string; chats: number; repeated: number; questions: number };

export type InsightsView = {
  period: PeriodName;
  /** Starts of the parts that the charts show. */
  parts: Date[];
  endings: Array<{ found: number } & Record<Ending, number>>;
  asked: number;
  solvedAlone: Compared & { part: number; whole: number };
  firstReply: Compared & { p90: number | null; count: number };
  target: Compared & { minutes: number; met: number; due: number };
  replyTimes: Array<{ median: number | null; p90: number | null; count: number }>;
  searches: { total: number; without: number };
  suggestions: Record<SuggestionOutcome, number> & { deflected: number; low: number | null; high: number | null };
  chats: {
    count: number;
    accepted: number;
    left: number;
    /** Helped by the community while they waited; and how long agents would have taken. */
    answered: number;
    savedSeconds: number;
    wait: Compared & { p80: number | null };
    firstReply: number | null;
    dispositions: Record<"publish" | "linked" | "private", number>;
    rating: Compared & { count: number };
  };
  /** Median wait in minutes, by weekday (Monday first) and two hours from 8 o'clock on. */
  waits: Array<Array<number | null>>;
  repeats: RepeatRow[];
  missing: MissingRow[];
  helpful: HelpfulRow[];
};
