import { BandChart } from "@/components/insights/band-chart";
import { ChartCard } from "@/components/insights/chart-card";
import { HeatMap } from "@/components/insights/heat-map";
import { StackedBars } from "@/components/insights/stacked-bars";
import type { InsightsView } from "@/lib/insights/insights-view";
import { formatDate, formatNumber } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { site } from "@/lib/platform/site";
import { spokenMinutes } from "./insight-words";

type ChartProps = { locale: Locale; view: InsightsView };

const hours = ["8–10", "10–12", "12–14", "14–16", "16–18", "18–20", "20–22"];
/** A Monday. */
const monday = new Date("2026-01-05T12:00:00Z");

export function EndingsChart({ locale, view }: ChartProps) {
  const t = translator(locale);
  const labels = view.parts.map((part) => formatDate(locale, part, "short"));
  const { company } = site;
  const drawn = [
    { key: "found", label: t("insights.ending.found"), color: "var(--chart-1)" },
    { key: "members", label: t("insights.ending.members"), color: "var(--chart-2)" },
    { key: "company", label: t("insights.ending.company", { company }), color: "var(--chart-4)" },
    { key: "chat", label: t("insights.ending.chat"), color: "var(--chart-3)" },
  ] as const;
  const sum = (key: keyof InsightsView["endings"][number]) => view.endings.reduce((total, part) => total + part[key], 0);
  const values = { found: sum("found"), members: sum("members"), company: sum("company"), chat: sum("chat"), open: sum("open"), unanswered: sum("unanswered") };
  return (
    <ChartCard
      id="endings"
      wide={7}
      title={t("insights.endings")}
      sub={t(view.period === "days" ? "insights.perDay" : "insights.perWeek", { open: values.open + values.unanswered })}
      asTable={t("insights.asTable")}
      table={{
        head: [t("insights.from"), ...drawn.map(({ label }) => label), t("insights.ending.open"), t("insights.ending.unanswered")],
        rows: view.endings.map((part, index) => [labels[index] ?? "", part.found, part.members, part.company, part.chat, part.open, part.unanswered]),
      }}
    >
      <StackedBars
        labels={labels}
        format={(value) => formatNumber(locale, value)}
        description={t("insights.endingsSaid", { ...values, company })}
        series={drawn.map(({ key, label, color }) => ({ label, color, values: view.endings.map((part) => part[key]) }))}
      />
    </ChartCard>
  );
}

export function ReplyChart({ locale, view }: ChartProps) {
  const t = translator(locale);
  const labels = view.parts.map((part) => formatDate(locale, part, "short"));
  const say = (minutes: number | null) => (minutes === null ? t("insights.none") : spokenMinutes(t, minutes));
  return (
    <ChartCard
      id="replies"
      wide={5}
      title={t("insights.replies")}
      sub={t("insights.repliesSub")}
      asTable={t("insights.asTable")}
      table={{
        head: [t("insights.from"), t("insights.median"), t("insights.nineOfTen"), t("insights.questions")],
        rows: view.replyTimes.map((part, index) => [labels[index] ?? "", say(part.median), say(part.p90), part.count]),
      }}
    >
      <BandChart
        low={view.replyTimes.map((part) => part.median)}
        high={view.replyTimes.map((part) => part.p90)}
        labels={labels}
        description={t("insights.repliesSaid", { median: say(view.firstReply.now), p90: say(view.firstReply.p90) })}
        format={(minutes) => spokenMinutes(t, minutes)}
      />
    </ChartCard>
  );
}

export function WaitChart({ locale, view }: ChartProps) {
  const t = translator(locale);
  const days = view.waits.map((_, day) => new Intl.DateTimeFormat(locale, { weekday: "short", timeZone: "UTC" }).format(monday.getTime() + day * 86_400_000));
  const shown = days.map((day, index) => ({ day, values: view.waits[index] ?? [] })).filter(({ values }, index) => index < 6 || values.some((value) => value !== null));
  const all = view.waits.flat().filter((value) => value !== null);
  const figure = (value: number) => formatNumber(locale, Math.max(1, Math.round(value)));
  return (
    <ChartCard
      id="waits"
      wide={4}
      title={t("insights.waits")}
      sub={t("insights.waitsSub")}
      asTable={t("insights.asTable")}
      table={{
        head: [t("insights.day"), ...hours],
        rows: shown.map(({ day, values }) => [day, ...values.map((value) => (value === null ? t("insights.none") : figure(value)))]),
      }}
    >
      <HeatMap
        rows={shown.map(({ day }) => day)}
        columns={hours}
        values={shown.map(({ values }) => values)}
        description={all.length > 0 ? t("insights.waitsSaid", { most: figure(Math.max(...all)) }) : t("insights.waitsNone")}
        format={figure}
      />
    </ChartCard>
  );
}
