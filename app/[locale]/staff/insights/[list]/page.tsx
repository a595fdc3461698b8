import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { EmptyState } from "@/components/ui/empty-state";
import { ChartLine } from "@/components/ui/icons";
import { Table } from "@/components/ui/table";
import { Tabs } from "@/components/ui/tabs";
import { href, isLocale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { requireStaff } from "../../require-staff";
import { StaffFrame } from "../../staff-frame";
import { askedInsight, type Query } from "../asked-insight";
import { InsightHead } from "../insight-head";
import { insightList, type InsightRow, listNames, picks } from "./insight-list";

type ListProps = { params: Promise<{ locale: string; list: string }>; searchParams: Promise<Query> };

export async function generateMetadata({ params }: ListProps): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: translator(locale)("insights.title"), robots: { index: false } } : {};
}

/** What stands behind a figure. */
export default async function InsightListPage({ params, searchParams }: ListProps) {
  const { locale, list: asked } = await params;
  const list = listNames.find((name) => name === asked);
  if (!isLocale(locale) || !list) notFound();
  const actor = await requireStaff();
  const wish = await askedInsight(await searchParams);
  const pick = picks[list].find((each) => each === wish.text("pick")) ?? picks[list][0] ?? "all";
  const { head, rows, total, told = [] } = await insightList(actor, locale, list, { ...wish, pick });
  const t = translator(locale);
  const address = href(locale, `/staff/insights/${list}`);
  const { period, department, departments } = wish;
  const kept = { period, ...(department && { department }) };
  return (
    <StaffFrame locale={locale} path="/staff/insights" current="insights" actor={actor} mainClass="ins">
      <div className="insw">
        <div className="pt-4">
          <Breadcrumbs label={t("insights.title")} items={[{ href: `${href(locale, "/staff/insights")}?${new URLSearchParams(kept)}`, label: t("insights.title") }]} />
        </div>
        <InsightHead locale={locale} title={t(`insights.list.${list}`)} address={address} period={period} department={department} departments={departments} keep={{ pick }} />
        {picks[list].length > 1 && (
          <Tabs
            label={t("insights.pick")}
            items={picks[list].map((each) => ({ label: t(`insights.pick.${each}`), href: `${address}?${new URLSearchParams({ ...kept, pick: each })}`, current: each === pick }))}
          />
        )}
        <p className="mut2 py-2">{t("insights.rows", { shown: rows.length, total })}</p>
        {rows.length > 0 ? (
          <div className="overflow-x-auto" tabIndex={0} role="group" aria-label={t(`insights.list.${list}`)}>
            <Table
              caption={t(`insights.list.${list}`)}
              rows={rows}
              rowKey={({ key }) => key}
              columns={[
                {
                  head: head[0],
                  className: "min-w-56 break-words",
                  cell: ({ title, address: to }) =>
                    to ? (
                      <a className="hover:underline" href={href(locale, to)}>
                        {title}
                      </a>
                    ) : (
                      title
                    ),
                },
                ...head.slice(1).map((each, index) => ({ head: each, number: true, told: told.includes(index + 1), cell: ({ cells }: InsightRow) => cells[index] })),
              ]}
            />
          </div>
        ) : (
          <EmptyState icon={ChartLine} title={t("insights.empty")} text={t("insights.emptyText")} />
        )}
      </div>
    </StaffFrame>
  );
}
