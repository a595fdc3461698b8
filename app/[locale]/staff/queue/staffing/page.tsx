import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { StaffHead } from "@/components/layout/staff-head";
import { EmptyState } from "@/components/ui/empty-state";
import { ChartLine } from "@/components/ui/icons";
import { Tabs } from "@/components/ui/tabs";
import { loadDepartments } from "@/lib/departments/load-departments";
import { writeMinutes } from "@/lib/departments/minutes-input";
import { href, isLocale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { suggestStaffing } from "@/lib/staffing/suggest-staffing";
import { requireStaff } from "../../require-staff";
import { StaffFrame } from "../../staff-frame";
import { StaffingCharts } from "./staffing-charts";

type Query = Record<string, string | string[] | undefined>;
type StaffingProps = { params: Promise<{ locale: string }>; searchParams: Promise<Query> };

export async function generateMetadata({ params }: StaffingProps): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: translator(locale)("staffing.title"), robots: { index: false } } : {};
}

/** Half hour by half hour of the week: what comes, what that needs, who is planned. */
export default async function StaffingPage({ params, searchParams }: StaffingProps) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const actor = await requireStaff();
  const { department: asked } = await searchParams;
  const departments = await loadDepartments();
  const chosen = departments.find(({ slug }) => slug === asked) ?? departments[0];
  if (!chosen) notFound();
  const view = await suggestStaffing(actor, chosen.id);
  const t = translator(locale);
  const base = href(locale, "/staff/queue/staffing");
  return (
    <StaffFrame locale={locale} path="/staff/queue/staffing" current="queue" actor={actor} mainClass="ins">
      <div className="insw">
        <StaffHead title={t("staffing.title")} above={{ href: href(locale, "/staff/queue"), label: t("queue.title") }} />
        <p className="mut2 pb-3">{t("staffing.lede", { minutes: writeMinutes(view.promiseMinutes), weeks: view.weeks })}</p>
        <Tabs
          label={t("staffing.department")}
          items={departments.map(({ slug, name }) => ({
            label: name[locale],
            href: `${base}?department=${slug}`,
            current: slug === chosen.slug,
          }))}
        />
        {view.halfHours.some(({ needed }) => needed !== null) ? (
          <StaffingCharts locale={locale} view={view} />
        ) : (
          <EmptyState
            icon={ChartLine}
            title={t("staffing.few")}
            text={t("staffing.fewText", { count: view.requests })}
          />
        )}
      </div>
    </StaffFrame>
  );
}
