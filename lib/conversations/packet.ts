import type { Fact } from "@/db/schema";
import type { Locale } from "@/lib/platform/i18n/locale";

/** What the asker may keep back; question and answers are public anyway. */
export const withholdable = ["facts", "tried", "searches", "articles", "device", "earlier"] as const;
export type PacketPart = (typeof withholdable)[number];

/**
 * What the agent knows before the first word. Frozen at escalation and stored as JSON, so instants are ISO
 * strings. Every fact names where it comes from: `url` is a path of the site without language prefix.
 */
export type Packet = {
  version: 1;
  frozenAt: string;
  /** One line, taken word for word from the question. */
  summary: string;
  asker: { id: number; displayName: string; locale: Locale; verified: boolean; memberSince: string };
  thread: {
    id: number;
    url: string;
    title: string;
    body: string;
    bodyHtml: string;
    category: { id: number; name: Record<Locale, string> };
    tags: string[];
    askedAt: string;
  };
  facts: Fact[];
  tried: string[];
  answers: PacketAnswer[];
  answerCount: number;
  commentCount: number;
  searches: { query: string; hits: number; at: string }[];
  articles: { id: number; url: string; title: string; readAt: string; helpful: boolean | null }[];
  device: { browser: string; system: string } | null;
  earlier: { conversationId: number; url: string; title: string; closedAt: string; rating: number | null }[];
  similarSolved: { threadId: number; url: string; title: string; score: number }[];
  meToo: number;
  /** What is still worth asking for. */
  missing: MissingFact[];
  /** Parts the asker keeps back. */
  hidden: PacketPart[];
};

export type PacketAnswer = {
  id: number;
  url: string;
  author: string;
  staff: boolean;
  text: string;
  score: number;
  /** What the asker said about it. */
  reaction: "accepted" | "rejected" | null;
  at: string;
};

export const missingFacts = ["product", "errorCode", "bought", "tried"] as const;
export type MissingFact = (typeof missingFacts)[number];
