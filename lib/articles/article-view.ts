import type { Attribution } from "@/db/schema";
import type { Role } from "@/lib/members/actor";
import type { Locale } from "@/lib/platform/i18n/locale";
import type { TocEntry } from "@/lib/platform/markdown/pipeline";
import type { ArticleState } from "./input";

export type ArticlePerson = { id: number; name: string; displayName: string; role: Role; part: string };

/** Everything the article page shows. */
export type ArticleView = {
  id: number;
  slug: string;
  locale: Locale;
  state: ArticleState;
  title: string;
  summary: string;
  body: string;
  bodyHtml: string;
  toc: TocEntry[];
  /** Newer text waits that readers do not see yet. */
  hasStaged: boolean;
  category: { id: number; slug: string; name: Record<Locale, string>; audience: "public" | "members" | "staff" };
  owner: { id: number; name: string; displayName: string; role: Role };
  contributors: ArticlePerson[];
  durationMinutes: number | null;
  scope: string;
  tools: string[];
  sourceThread: { id: number; slug: string; title: string } | null;
  translations: Array<{ id: number; slug: string; locale: Locale; title: string }>;
  attribution: Attribution | null;
  verifiedAt: Date | null;
  verifiedBy: string | null;
  publishedAt: Date | null;
  updatedAt: Date;
  helpfulCount: number;
  unhelpfulCount: number;
  version: number;
  can: { edit: boolean; transitions: ArticleState[] };
};

export type ArticleRow = {
  id: number;
  slug: string;
  locale: Locale;
  state: ArticleState;
  title: string;
  summary: string;
  durationMinutes: number | null;
  scope: string;
  category: { id: number; slug: string; name: Record<Locale, string> };
  owner: string;
  hasStaged: boolean;
  helpfulCount: number;
  verifiedAt: Date | null;
  updatedAt: Date;
};
