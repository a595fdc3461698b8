import { ChartCard } from "@/components/insights/chart-card";
import { HeatMap } from "@/components/insights/heat-map";
import { formatNumber } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/locale";
import { type Translate, translator } from "@/lib/platform/i18n/translator";
import type { StaffedHour, StaffingView } from "@/lib/staffing/staffing-view";
import { weekdays } from "../../settings/calendar-form";

type ChartsProps = { locale: Locale; view: StaffingView };
type Of<T> = (hour: StaffedHour) => T;

/** Two pictures of one week: who is needed beside who is planned, and what came. */
export function StaffingCharts({ locale, view }: ChartsProps) {
  const t = translator(locale);
  const { hours, hasPlan, seatsEach, seatSeconds } = view;
  const open = hours.filter((hour) => hour.open || hour.perHour > 0);
  const shown = span(open.map(({ hour }) => hour));
  const days = weekdays(locale);
  const at = (day: number, column: number) =>
    hours.find((each) => each.day === day && each.hour === shown[column]);
  const grid = (of: Of<number | null>) =>
    days.map((_, day) => shown.map((_, column) => of(at(day, column) ?? closed)));
  const lacking = hours.filter(({ needed, planned }) => needed !== null && needed > planned).length;
  const map = {
    rows: days.map((day) => day.slice(0, 2)),
    columns: shown.map((hour) => formatNumber(locale, hour)),
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
          <div style={{ minInlineSize: 40 * shown.length }}>
            <HeatMap
              {...map}
              values={grid(({ needed, planned }) =>
                needed === null ? null : hasPlan ? Math.max(0, needed - planned) : needed,
              )}
              description={peakOf(t, days, hours)}
              format={(value, day, column) => {
                const hour = at(day, column);
                return hasPlan && hour ? `${hour.planned}/${hour.needed}` : formatNumber(locale, value);
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
          <div style={{ minInlineSize: 40 * shown.length }}>
            <HeatMap
              {...map}
              values={grid(({ perHour, open: isOpen }) => (isOpen || perHour > 0 ? perHour : null))}
              description={t("staffing.arrivalsSub")}
              format={(value) => formatNumber(locale, value, { maximumFractionDigits: 1 })}
            />
          </div>
        </div>
      </ChartCard>
    </div>
  );
}

const closed: StaffedHour = {
  day: 0,
  hour: 0,
  open: false,
  perHour: 0,
  refused: 0,
  waitSeconds: null,
  needed: null,
  planned: 0,
};

/** From the first to the last of them, without a gap. */
function span(hours: number[]): number[] {
  const first = Math.min(...hours);
  return Array.from({ length: Math.max(...hours) - first + 1 }, (_, index) => first + index);
}

function peakOf(t: Translate, days: string[], hours: StaffedHour[]): string {
  const peak = hours.reduce<StaffedHour | null>(
    (most, each) => ((each.needed ?? 0) > (most?.needed ?? 0) ? each : most),
    null,
  );
  if (!peak?.needed) return t("staffing.saidNone");
  return t("staffing.said", { day: days[peak.day] ?? "", hour: `${peak.hour}:00`, count: peak.needed });
}

function tableOf(locale: Locale, t: Translate, days: string[], hours: StaffedHour[]) {
  return {
    head: [
      t("staffing.hour"),
      t("staffing.perHour"),
      t("staffing.wait"),
      t("staffing.refused"),
      t("staffing.planned"),
      t("staffing.needed"),
    ],
    rows: hours.map(({ day, hour, perHour, waitSeconds, refused, planned, needed }) => [
      `${days[day]}, ${hour}–${hour + 1}`,
      formatNumber(locale, perHour, { maximumFractionDigits: 1 }),
      waitSeconds === null ? "–" : `${formatNumber(locale, Math.round(waitSeconds / 6) / 10)} min`,
      refused,
      planned,
      needed ?? "–",
    ]),
  };
}
