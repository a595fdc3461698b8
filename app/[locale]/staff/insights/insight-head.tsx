import { Button } from "@/components/ui/button";
import { Segment } from "@/components/ui/segment";
import type { Department } from "@/lib/departments/load-departments";
import { type PeriodName, periodNames } from "@/lib/insights/period";
import type { Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";

type InsightHeadProps = {
  locale: Locale;
  title: string;
  address: string;
  period: PeriodName;
  department: string | undefined;
  departments: Department[];
  /** Kept when the time is changed. */
  keep?: Record<string, string>;
};

/** How far back is looked, and at whose work. */
export function InsightHead({ locale, title, address, period, department, departments, keep = {} }: InsightHeadProps) {
  const t = translator(locale);
  return (
    <div className="sthead">
      <h1>{title}</h1>
      <span className="grow" />
      <Segment
        label={t("insights.time")}
        items={periodNames.map((name) => ({
          label: t(`insights.period.${name}`),
          href: `${address}?${new URLSearchParams({ ...keep, period: name, ...(department && { department }) })}`,
          current: name === period,
        }))}
      />
      <form action={address} className="row">
        {Object.entries({ ...keep, period }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <label className="vh" htmlFor="department">
          {t("insights.department")}
        </label>
        <select id="department" name="department" className="in d" defaultValue={department ?? ""}>
          <option value="">{t("insights.allDepartments")}</option>
          {departments.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name[locale]}
            </option>
          ))}
        </select>
        <Button type="submit" size="d">
          {t("insights.show")}
        </Button>
      </form>
    </div>
  );
}
