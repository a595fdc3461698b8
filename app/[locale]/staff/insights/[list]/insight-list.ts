import type { SuggestionOutcome } from "@/lib/insights/insights-view";
import { listChats, listMissing, listQuestions, listSuggestions, type QuestionPick } from "@/lib/insights/list-insight";
import type { PeriodName } from "@/lib/insights/period";
import type { Member } from "@/lib/members/actor";
import { formatDate, formatNumber } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/locale";
import { isMessageKey, type MessageKey, translator } from "@/lib/platform/i18n/translator";
import { site } from "@/lib/platform/site";
import { spokenMinutes, spokenSeconds } from "../insight-words";

export const listNames = ["questions", "chats", "searches", "suggestions"] as const;
export type ListName = (typeof listNames)[number];

export const picks = {
  questions: ["all", "members", "company", "chat", "open", "unanswered", "answered", "late"],
  chats: ["all", "waited", "rated"],
  searches: ["none"],
  suggestions: ["all", "left_satisfied", "me_too", "posted_anyway", "abandoned"],
} as const;

type Wish = { period: PeriodName; departmentId: number | null; pick: string };
export type InsightRow = { key: string | number; title: string; address: string | null; cells: string[] };
export type InsightList = {
  head: string[];
  rows: InsightRow[];
  total: number;
  /** The columns whose head a phone says before each cell. */
  told?: number[];
};

export async function insightList(actor: Member, locale: Locale, list: ListName, wish: Wish): Promise<InsightList> {
  if (list === "questions") return questionRows(actor, locale, wish);
  if (list === "chats") return chatRows(actor, locale, wish);
  if (list === "searches") return missingRows(actor, locale, wish);
  return suggestionRows(actor, locale, wish);
}

async function questionRows(actor: Member, locale: Locale, wish: Wish): Promise<InsightList> {
  const t = translator(locale);
  const { items, total } = await listQuestions(actor, { ...wish, pick: wish.pick as QuestionPick });
  return {
    total,
    head: [t("insights.question"), t("insights.ended"), t("insights.reply"), t("insights.asked")],
    told: [2],
    rows: items.map((row) => ({
      key: row.id,
      title: row.title,
      address: `/t/${row.id}/${row.slug}`,
      cells: [
        t(`insights.ending.${row.ending}`, { company: site.company }),
        row.replyMinutes === null ? t("insights.none") : spokenMinutes(t, row.replyMinutes),
        formatDate(locale, row.createdAt, "shortTime"),
      ],
    })),
  };
}

async function chatRows(actor: Member, locale: Locale, wish: Wish): Promise<InsightList> {
  const t = translator(locale);
  const { items, total } = await listChats(actor, { ...wish, pick: wish.pick as "all" | "rated" | "waited" });
  const seconds = (value: number | null) => (value === null ? t("insights.none") : spokenSeconds(t, value));
  return {
    total,
    head: [t("insights.question"), t("insights.wait.short"), t("insights.chat.reply"), t("insights.ended"), t("insights.rating.short"), t("insights.opened")],
    told: [1, 2, 4],
    rows: items.map((row) => ({
      key: row.id,
      title: row.title,
      address: `/t/${row.threadId}/${row.slug}`,
      cells: [
        seconds(row.waitSeconds),
        seconds(row.firstReplySeconds),
        row.disposition ? t(`insights.chat.${row.disposition}`) : t(row.state === "left" ? "insights.chat.left" : "insights.chat.open"),
        row.rating === null ? t("insights.none") : formatNumber(locale, row.rating, { maximumFractionDigits: 1 }),
        formatDate(locale, row.createdAt, "shortTime"),
      ],
    })),
  };
}

async function missingRows(actor: Member, locale: Locale, wish: Wish): Promise<InsightList> {
  const t = translator(locale);
  const items = await listMissing(actor, wish);
  return {
    total: items.length,
    head: [t("insights.words"), t("insights.searches"), t("insights.thenAsked")],
    told: [1, 2],
    rows: items.map((row) => ({
      key: row.query,
      title: row.query,
      address: `/staff/articles/new?title=${encodeURIComponent(row.query)}`,
      cells: [formatNumber(locale, row.searches), formatNumber(locale, row.asked)],
    })),
  };
}

async function suggestionRows(actor: Member, locale: Locale, wish: Wish): Promise<InsightList> {
  const t = translator(locale);
  const items = await listSuggestions(actor, { ...wish, pick: wish.pick as SuggestionOutcome | "all" });
  return {
    total: items.length,
    head: [t("insights.words"), t("insights.outcome"), t("insights.by"), t("insights.opened")],
    rows: items.map((row) => {
      const key = `insights.outcome.${row.outcome}` as MessageKey;
      return {
        key: row.id,
        title: row.title,
        address: row.threadId === null ? null : `/t/${row.threadId}`,
        cells: [isMessageKey(key) ? t(key) : row.outcome, row.by ?? t("insights.visitor"), formatDate(locale, row.createdAt, "shortTime")],
      };
    }),
  };
}
