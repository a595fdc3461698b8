import { OneButtonForm } from "@/components/members/one-button-form";
import { LineChart } from "@/components/search-tools/line-chart";
import { ChartCard } from "@/components/insights/chart-card";
import { Table } from "@/components/ui/table";
import { formatDate, formatNumber, formatPercent } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/locale";
import { isMessageKey, translator } from "@/lib/platform/i18n/translator";
import { type Arm, compareArms, type Comparison } from "@/lib/search/compare-arms";
import { type CalibrationView, getCalibration } from "@/lib/search/get-calibration";
import { targetPrecision } from "@/lib/search/pick-threshold";
import { setHoldoutAction } from "../actions";
import type { ToolProps } from "./page";

/** From which likelihood on a suggestion is called the same question while asking, how that came about, and what suggestions do. */
export async function SuggestionsPart({ locale, lang, actor }: ToolProps) {
  const [calibration, comparison] = await Promise.all([getCalibration(actor, lang), compareArms(actor)]);
  return (
    <div className="cgrid">
      <CurveChart locale={locale} calibration={calibration} />
      <HistoryChart locale={locale} calibration={calibration} />
      <HoldoutCard locale={locale} lang={lang} comparison={comparison} />
    </div>
  );
}

const quarters = [0, 0.25, 0.5, 0.75, 1];

function CurveChart({ locale, calibration: { threshold, latest } }: { locale: Locale; calibration: CalibrationView }) {
  const t = translator(locale);
  const number = (value: number) => formatNumber(locale, value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const percent = (value: number | null) => (value === null ? t("insights.none") : formatPercent(locale, value));
  const reason = `searchTools.curve.${latest?.reason ?? "few_labels"}`;
  const curve = latest?.curve.filter(({ shown }) => shown > 0) ?? [];
  const said = t("searchTools.curve.said", { threshold: number(threshold), precision: percent(latest?.precision ?? null), recall: percent(latest?.recall ?? null), labels: latest?.labels ?? 0 });
  return (
    <ChartCard
      id="curve"
      wide={7}
      title={t("searchTools.curve.title")}
      sub={[threshold < 1 && said, isMessageKey(reason) && t(reason, { target: formatPercent(locale, targetPrecision) })].filter(Boolean).join(" ")}
      asTable={t("insights.asTable")}
      table={
        curve.length > 0
          ? {
              head: [t("searchTools.curve.threshold"), t("searchTools.curve.precision"), t("searchTools.curve.recall"), t("searchTools.curve.shown")],
              rows: curve.filter((_, index) => index % 5 === 0).map((point) => [number(point.threshold), percent(point.precision), percent(point.recall), point.shown]),
            }
          : undefined
      }
    >
      {curve.length > 0 && (
        <LineChart
          description={said}
          scale={quarters.map((y) => ({ y, text: formatPercent(locale, y) }))}
          labels={quarters.map((x) => ({ x, text: number(x) }))}
          mark={{ x: threshold, text: t("searchTools.curve.from", { threshold: number(threshold) }) }}
          lines={[
            { name: t("searchTools.curve.precision"), color: "var(--chart-1)", points: curve.map((point) => ({ x: point.threshold, y: point.precision })) },
            { name: t("searchTools.curve.recall"), color: "var(--chart-2)", dashed: true, points: curve.map((point) => ({ x: point.threshold, y: point.recall })) },
          ]}
        />
      )}
    </ChartCard>
  );
}

function HistoryChart({ locale, calibration: { history, threshold } }: { locale: Locale; calibration: CalibrationView }) {
  const t = translator(locale);
  const number = (value: number) => formatNumber(locale, value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const name = (date: Date) => formatDate(locale, date, "short");
  const at = (index: number) => (history.length < 2 ? 1 : index / (history.length - 1));
  const [first, last] = [history[0], history.at(-1)];
  return (
    <ChartCard
      id="history"
      wide={5}
      title={t("searchTools.history.title")}
      sub={t("searchTools.history.sub")}
      asTable={t("insights.asTable")}
      table={
        history.length > 0
          ? { head: [t("searchTools.quality.day"), t("searchTools.curve.threshold")], rows: [...history].reverse().map((row) => [formatDate(locale, row.createdAt, "shortTime"), number(row.threshold)]) }
          : undefined
      }
    >
      {first && last && (
        <LineChart
          small
          description={t("searchTools.history.said", { from: number(first.threshold), to: number(threshold) })}
          scale={quarters.map((y) => ({ y, text: number(y) }))}
          labels={history.length > 1 ? [{ x: 0, text: name(first.createdAt) }, { x: 1, text: name(last.createdAt) }] : [{ x: 1, text: name(last.createdAt) }]}
          lines={[{ name: t("searchTools.curve.threshold"), color: "var(--chart-1)", points: history.map((row, index) => ({ x: at(index), y: row.threshold })) }]}
        />
      )}
    </ChartCard>
  );
}

function HoldoutCard({ locale, lang, comparison }: { locale: Locale; lang: Locale; comparison: Comparison }) {
  const t = translator(locale);
  const { on, percent, since, shown, held, effect } = comparison;
  const points = (value: number) => formatNumber(locale, value * 100, { maximumFractionDigits: 1 });
  const asked = (arm: Arm) => (arm.people === 0 ? t("insights.none") : formatPercent(locale, arm.posted / arm.people));
  return (
    <section className="ccard" style={{ gridColumn: "span 12" }} aria-labelledby="holdout">
      <h2 id="holdout">{t("searchTools.holdout.title")}</h2>
      <p className="sub">{t("searchTools.holdout.sub", { percent })}</p>
      {since && (
        <>
          <Table
            className="tb2 w-full max-w-160"
            caption={t("searchTools.holdout.title")}
            rows={[
              { name: t("searchTools.holdout.shown"), arm: shown },
              { name: t("searchTools.holdout.held"), arm: held },
            ]}
            rowKey={({ name }) => name}
            columns={[
              { head: t("searchTools.holdout.group"), cell: ({ name }) => name },
              { head: t("searchTools.holdout.people"), number: true, cell: ({ arm }) => formatNumber(locale, arm.people) },
              { head: t("searchTools.holdout.asked"), number: true, cell: ({ arm }) => asked(arm) },
            ]}
          />
          <p className="mt-3">
            {effect
              ? effect.high < 0
                ? t("searchTools.holdout.hurts", { points: points(-effect.difference), low: points(-effect.high), high: points(-effect.low) })
                : t(effect.low > 0 ? "searchTools.holdout.helps" : "searchTools.holdout.unclear", {
                    points: points(effect.difference),
                    low: points(effect.low),
                    high: points(effect.high),
                  })
              : t("searchTools.holdout.few")}{" "}
            <span className="mut">{t("searchTools.holdout.since", { date: formatDate(locale, since, "date") })}</span>
          </p>
        </>
      )}
      <div className="rsave">
        <OneButtonForm
          action={setHoldoutAction}
          locale={locale}
          fields={{ on: String(!on), in: lang }}
          label={t(on ? "searchTools.holdout.stop" : "searchTools.holdout.start")}
          busy={t("common.saving")}
          look="sec"
        />
        <span className="small mut">{t(on ? "searchTools.holdout.isOn" : "searchTools.holdout.isOff")}</span>
      </div>
    </section>
  );
}
