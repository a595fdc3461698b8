import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getInsights } from "@/lib/insights/get-insights";
import { isManager } from "@/lib/members/actor";
import { href, isLocale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { compareArms } from "@/lib/search/compare-arms";
import { requireStaff } from "../require-staff";
import { StaffFrame } from "../staff-frame";
import { askedInsight, type Query } from "./asked-insight";
import { EndingsChart, ReplyChart, WaitChart } from "./insight-charts";
import { InsightHead } from "./insight-head";
import { ChatTable, HelpfulTable, MissingTable, RepeatTable, SuggestionTable } from "./insight-tables";
import { InsightTiles } from "./insight-tiles";

type InsightsProps = { params: Promise<{ locale: string }>; searchParams: Promise<Query> };

export async function generateMetadata({ params }: InsightsProps): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: translator(locale)("insights.title"), robots: { index: false } } : {};
}

export default async function InsightsPage({ params, searchParams }: InsightsProps) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const actor = await requireStaff();
  const { period, department, departmentId, departments } = await askedInsight(await searchParams);
  const [view, comparison] = await Promise.all([getInsights(actor, { period, departmentId }), isManager(actor) ? compareArms(actor) : null]);
  const t = translator(locale);
  const listHref = (list: string, pick: string) =>
    `${href(locale, `/staff/insights/${list}`)}?${new URLSearchParams({ pick, period, ...(department && { department }) })}`;
  const shared = { locale, view, listHref };
  return (
    <StaffFrame locale={locale} path="/staff/insights" current="insights" actor={actor} mainClass="ins">
      <div className="insw">
        <InsightHead locale={locale} title={t("insights.title")} address={href(locale, "/staff/insights")} period={period} department={department} departments={departments} />
        {isManager(actor) && (
          <p className="mb-4">
            <a className="lk" href={href(locale, "/staff/insights/search")}>
              {t("insights.searchTools")}
            </a>
          </p>
        )}
        <InsightTiles {...shared} />
        <div className="cgrid">
          <EndingsChart {...shared} />
          <ReplyChart {...shared} />
          <WaitChart {...shared} />
          <MissingTable {...shared} />
          <HelpfulTable {...shared} />
          <SuggestionTable {...shared} effect={comparison?.effect ?? null} />
          <ChatTable {...shared} />
          <RepeatTable {...shared} />
        </div>
      </div>
    </StaffFrame>
  );
}
