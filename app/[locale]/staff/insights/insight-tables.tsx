import type { ReactNode } from "react";
import { ChartCard } from "@/components/insights/chart-card";
import { Table } from "@/components/ui/table";
import type { InsightsView } from "@/lib/insights/insights-view";
import { formatNumber, formatPercent } from "@/lib/platform/i18n/format";
import { href, type Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import type { Effect } from "@/lib/search/compare-arms";
import { spokenSeconds } from "./insight-words";

type TableProps = { locale: Locale; view: InsightsView; listHref: (list: string, pick: string) => string };
type FigureRow = { key: string | number; name: ReactNode; figures: ReactNode[] };

export function MissingTable({ locale, view, listHref }: TableProps) {
  const t = translator(locale);
  return (
    <ChartCard id="missing" wide={4} title={t("insights.missing")} sub={t("insights.missingSub", view.searches)}>
      <Figures
        caption={t("insights.missing")}
        head={[t("insights.words"), t("insights.searches"), t("insights.thenAsked")]}
        empty={t("insights.missingNone")}
        rows={view.missing.map((row) => ({
          key: row.query,
          name: (
            <a className="lk" href={`${href(locale, "/staff/articles/new")}?title=${encodeURIComponent(row.query)}`}>
              {row.query}
            </a>
          ),
          figures: [formatNumber(locale, row.searches), formatNumber(locale, row.asked)],
        }))}
      />
      <All href={listHref("searches", "none")} label={t("insights.all")} />
    </ChartCard>
  );
}

export function HelpfulTable({ locale, view }: TableProps) {
  const t = translator(locale);
  return (
    <ChartCard id="helpful" wide={4} title={t("insights.helpful")} sub={t("insights.helpfulSub")}>
      <Figures
        caption={t("insights.helpful")}
        head={[t("insights.guide"), t("insights.helped"), t("insights.share")]}
        empty={t("insights.helpfulNone")}
        rows={view.helpful.map((row) => ({
          key: row.id,
          name: (
            <a className="lk" href={href(locale, `/staff/articles/${row.id}`)}>
              {row.title}
            </a>
          ),
          figures: [formatNumber(locale, row.helpful), formatPercent(locale, row.helpful / (row.helpful + row.unhelpful))],
        }))}
      />
      <All href={`${href(locale, "/staff/articles")}?state=published&sort=helpful`} label={t("insights.all")} />
    </ChartCard>
  );
}

export function SuggestionTable({ locale, view, listHref, effect }: TableProps & { effect: Effect | null }) {
  const t = translator(locale);
  const { suggestions } = view;
  const points = (value: number) => formatNumber(locale, value * 100, { maximumFractionDigits: 1 });
  const outcomes = ["left_satisfied", "me_too", "posted_anyway", "abandoned"] as const;
  const all = outcomes.reduce((sum, outcome) => sum + suggestions[outcome], 0);
  const { low, high } = suggestions;
  const sub =
    low === null || high === null
      ? t("insights.suggestionsNone")
      : t("insights.suggestionsSub", { part: suggestions.deflected, whole: all, low: formatPercent(locale, low), high: formatPercent(locale, high) });
  return (
    <ChartCard id="suggestions" wide={6} title={t("insights.suggestions")} sub={sub}>
      <Figures
        caption={t("insights.suggestions")}
        head={[t("insights.outcome"), t("insights.count"), t("insights.share")]}
        empty={t("insights.suggestionsNone")}
        rows={outcomes.map((outcome) => ({
          key: outcome,
          name: (
            <a className="lk" href={listHref("suggestions", outcome)}>
              {t(`insights.outcome.${outcome}`)}
            </a>
          ),
          figures: [formatNumber(locale, suggestions[outcome]), all === 0 ? t("insights.none") : formatPercent(locale, suggestions[outcome] / all)],
        }))}
      />
      {effect && (
        <p className="small mut2 mt-3">
          {t("searchTools.holdout.short", { points: points(effect.difference), low: points(effect.low), high: points(effect.high) })}
        </p>
      )}
    </ChartCard>
  );
}

export function ChatTable({ locale, view, listHref }: TableProps) {
  const t = translator(locale);
  const { chats } = view;
  const seconds = (value: number | null) => (value === null ? t("insights.none") : spokenSeconds(t, value));
  const rows: [string, string][] = [
    ["count", formatNumber(locale, chats.count)],
    ["left", formatNumber(locale, chats.left)],
    ["answered", formatNumber(locale, chats.answered)],
    ["saved", seconds(chats.savedSeconds)],
    ["p80", seconds(chats.wait.p80)],
    ["reply", seconds(chats.firstReply)],
    ["publish", formatNumber(locale, chats.dispositions.publish)],
    ["linked", formatNumber(locale, chats.dispositions.linked)],
    ["private", formatNumber(locale, chats.dispositions.private)],
  ];
  const names = {
    count: t("insights.chat.count"),
    left: t("insights.chat.left"),
    answered: t("insights.chat.answered"),
    saved: t("insights.chat.saved"),
    p80: t("insights.chat.p80"),
    reply: t("insights.chat.reply"),
    publish: t("insights.chat.publish"),
    linked: t("insights.chat.linked"),
    private: t("insights.chat.private"),
  };
  return (
    <ChartCard id="chats" wide={6} title={t("insights.chatsTitle")} sub={t("insights.chatsSub")}>
      <Figures caption={t("insights.chatsTitle")} head={[t("insights.figure"), ""]} empty="" rows={rows.map(([key, value]) => ({ key, name: names[key as keyof typeof names], figures: [value] }))} />
      <All href={listHref("chats", "all")} label={t("insights.all")} />
    </ChartCard>
  );
}

export function RepeatTable({ locale, view }: TableProps) {
  const t = translator(locale);
  const total = { chats: 0, repeated: 0, questions: 0 };
  for (const row of view.repeats) for (const key of ["chats", "repeated", "questions"] as const) total[key] += row[key];
  const rows = view.repeats.length > 0 ? [{ agentId: 0, name: t("insights.everybody"), ...total }, ...view.repeats] : [];
  return (
    <ChartCard id="repeats" wide={6} title={t("insights.repeats")} sub={t("insights.repeatsSub")}>
      <Figures
        caption={t("insights.repeats")}
        head={[t("insights.agent"), t("insights.repeatRate"), t("insights.repeatQuestions"), t("insights.repeatChats")]}
        empty={t("insights.repeatsNone")}
        rows={rows.map(({ agentId, name, chats, repeated, questions }) => ({
          key: agentId,
          name,
          figures: [formatPercent(locale, repeated / chats), formatNumber(locale, questions), formatNumber(locale, chats)],
        }))}
      />
    </ChartCard>
  );
}

function Figures({ caption, head, rows, empty }: { caption: string; head: string[]; rows: FigureRow[]; empty: string }) {
  if (rows.length === 0) return <p className="mut2">{empty}</p>;
  const [name, ...figures] = head;
  return (
    <Table
      className="tb2 w-full"
      caption={caption}
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { head: name, className: "break-words", cell: (row) => row.name },
        ...figures.map((each, index) => ({ head: each, number: true, cell: (row: FigureRow) => row.figures[index] })),
      ]}
    />
  );
}

function All({ href: address, label }: { href: string; label: string }) {
  return (
    <p className="small mt-3">
      <a className="lk" href={address}>
        {label}
      </a>
    </p>
  );
}
