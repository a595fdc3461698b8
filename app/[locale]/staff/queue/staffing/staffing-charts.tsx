import { ChartCard } from "@/components/insights/chart-card";
import { HeatMap, leastWidth } from "@/components/insights/heat-map";
import { formatNumber } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/locale";
import { type Translate, translator } from "@/lib/platform/i18n/translator";
import type { StaffedHalfHour, StaffingView } from "@/lib/staffing/staffing-view";
import { weekdays } from "../../settings/calendar-form";

type ChartsProps = { locale: Locale; view: StaffingView };
type Of<T> = (halfHour: StaffedHalfHour) => T;

/** Two pictures of one week: who is needed beside who is planned, and what came. */
export function StaffingCharts({ locale, view }: ChartsProps) {
  const t = translator(locale);
  const { halfHours, hasPlan, seatsEach, seatSeconds } = view;
  const open = halfHours.filter(({ open: isOpen, arrivals }) => isOpen || arrivals > 0);
  const shown = span(open.map(({ from }) => from));
  const days = weekdays(locale);
  const at = (day: number, column: number) =>
    halfHours.find((each) => each.day === day && each.from === shown[column]);
  const grid = (of: Of<number | null>) =>
    days.map((_, day) => shown.map((_, column) => of(at(day, column) ?? closed)));
  const lacking = halfHours.filter(({ needed, planned }) => needed !== null && needed > planned).length;
  const map = {
    rows: days.map((day) => day.slice(0, 2)),
    // Whole hours are named, their second halves stand beside them.
    columns: shown.map((from) => (from.endsWith(":00") ? formatNumber(locale, Number(from.slice(0, 2))) : "")),
  };
  return (
    <div className="flex min-w-0 flex-col gap-4 pt-4">
      <ChartCard
        id="needed"
        wide={12}
        title={t(hasPlan ? "staffing.short" : "staffing.needed")}
        sub={t(hasPlan ? "staffing.shortSub" : "staffing.neededSub")}
        asTable={t("staffing.asTable")}
        table={tableOf(locale, t, days, open)}
      >
        {hasPlan && <p className="pb-2 font-semibold">{t("staffing.missing", { count: lacking })}</p>}
        <div className="overflow-x-auto" tabIndex={0} role="group" aria-labelledby="needed">
          <div style={{ minInlineSize: leastWidth(shown.length) }}>
            <HeatMap
              {...map}
              values={grid(({ needed, planned }) =>
                needed === null ? null : hasPlan ? Math.max(0, needed - planned) : needed,
              )}
              description={peakOf(t, days, halfHours)}
              format={(value, day, column) => {
                const halfHour = at(day, column);
                return hasPlan && halfHour ? `${halfHour.planned}/${halfHour.needed}` : formatNumber(locale, value);
              }}
            />
          </div>
        </div>
        <p className="small mut pt-2">
          {t("staffing.basis", { seats: seatsEach, minutes: Math.round(seatSeconds / 60) })}
        </p>
      </ChartCard>
      <ChartCard id="arrivals" wide={12} title={t("staffing.arrivals")} sub={t("staffing.arrivalsSub")}>
        <div className="overflow-x-auto" tabIndex={0} role="group" aria-labelledby="arrivals">
          <div style={{ minInlineSize: leastWidth(shown.length) }}>
            <HeatMap
              {...map}
              values={grid(({ arrivals, open: isOpen }) => (isOpen || arrivals > 0 ? arrivals : null))}
              description={t("staffing.arrivalsSub")}
              format={(value) => formatNumber(locale, value, { maximumFractionDigits: 1 })}
            />
          </div>
        </div>
      </ChartCard>
    </div>
  );
}

const closed: StaffedHalfHour = {
  day: 0,
  from: "",
  open: false,
  arrivals: 0,
  refused: 0,
  waitSeconds: null,
  needed: null,
  planned: 0,
};

const wholeDay = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, "0")).flatMap((hour) => [`${hour}:00`, `${hour}:30`]);

/** From the first to the last of them, without a gap. */
function span(froms: string[]): string[] {
  const sorted = [...froms].sort();
  const [first = "", last = ""] = [sorted[0], sorted.at(-1)];
  return wholeDay.filter((from) => from >= first && from <= last);
}

function peakOf(t: Translate, days: string[], halfHours: StaffedHalfHour[]): string {
  const peak = halfHours.reduce<StaffedHalfHour | null>(
    (most, each) => ((each.needed ?? 0) > (most?.needed ?? 0) ? each : most),
    null,
  );
  if (!peak?.needed) return t("staffing.saidNone");
  return t("staffing.said", { day: days[peak.day] ?? "", time: peak.from, count: peak.needed });
}

function tableOf(locale: Locale, t: Translate, days: string[], halfHours: StaffedHalfHour[]) {
  return {
    head: [
      t("staffing.from"),
      t("staffing.arrivals"),
      t("staffing.wait"),
      t("staffing.refused"),
      t("staffing.planned"),
      t("staffing.needed"),
    ],
    rows: halfHours.map(({ day, from, arrivals, waitSeconds, refused, planned, needed }) => [
      `${days[day]}, ${from}`,
      formatNumber(locale, arrivals, { maximumFractionDigits: 1 }),
      waitSeconds === null ? "–" : `${formatNumber(locale, Math.round(waitSeconds / 6) / 10)} min`,
      refused,
      planned,
      needed ?? "–",
    ]),
  };
}
