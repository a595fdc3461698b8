import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { AppealList } from "@/components/moderation/appeal-list";
import { CaseKeys } from "@/components/moderation/case-keys";
import { CaseList } from "@/components/moderation/case-list";
import { ReviewFilter } from "@/components/moderation/review-filter";
import { reviewPlaces, reviewViews, type ReviewView } from "@/components/moderation/review-places";
import { EmptyState } from "@/components/ui/empty-state";
import { ShieldCheck } from "@/components/ui/icons";
import { MoreLink } from "@/components/ui/more-link";
import { Tabs } from "@/components/ui/tabs";
import type { Member } from "@/lib/members/actor";
import { countCases } from "@/lib/moderation/count-cases";
import { listAppeals } from "@/lib/moderation/list-appeals";
import { listCases } from "@/lib/moderation/list-cases";
import { now } from "@/lib/platform/clock";
import { formatDuration } from "@/lib/platform/i18n/format";
import { href, isLocale, type Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { requireStaff } from "../require-staff";
import { StaffFrame } from "../staff-frame";
import { AppealSide, CaseSide, DoneToast } from "./sides";

type Query = Record<string, string | string[] | undefined>;
type ReviewProps = { params: Promise<{ locale: string }>; searchParams: Promise<Query> };

export async function generateMetadata({ params }: ReviewProps): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: translator(locale)("review.title"), robots: { index: false } } : {};
}

export default async function ReviewPage({ params, searchParams }: ReviewProps) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const actor = await requireStaff();
  const query = await searchParams;
  const view = reviewViews.find((known) => known === query.view) ?? "open";
  const t = translator(locale);
  const counts = await countCases(actor);
  const places = reviewPlaces(t, counts, view);
  const oldest = counts.oldestAt && t("review.oldest", { age: formatDuration(locale, (now().getTime() - counts.oldestAt.getTime()) / 1000) });
  const parts = view === "appeals" ? await appealParts(locale, actor, query) : await caseParts(locale, actor, view, query, counts[view]);
  return (
    <StaffFrame locale={locale} path="/staff/review" current="review" actor={actor} review={counts.open} mainClass="grid min-h-0 min-w-0">
      <h1 className="vh">{t("review.title")}</h1>
      <div className="rev" data-pane={idOf(query.case) ? "case" : undefined}>
        <ReviewFilter locale={locale} places={places} oldest={oldest} />
        <section className="col bg-(--surface)" aria-labelledby="cases">
          <div className="ch">
            <h2 id="cases">{parts.title}</h2>
            <span className="grow" />
            <span className="small mut hide-phone">{parts.order}</span>
          </div>
          <div className="min-[1241px]:hidden px-2">
            <Tabs
              label={t("review.filter")}
              items={places.map((place) => ({ href: `${href(locale, "/staff/review")}?view=${place.view}`, label: place.label, count: place.count, current: place.current }))}
            />
          </div>
          <div className="overflow-auto flex-1">{parts.list}</div>
        </section>
        {parts.side}
      </div>
      <CaseKeys keys="fzesjk" />
      <DoneToast locale={locale} actor={actor} caseId={idOf(query.done)} view={view} />
    </StaffFrame>
  );
}

type Parts = { title: string; order: string; list: ReactNode; side: ReactNode };

async function caseParts(locale: Locale, actor: Member, view: Exclude<ReviewView, "appeals">, query: Query, total: number): Promise<Parts> {
  const t = translator(locale);
  const isDone = view === "today" || view === "week";
  const cursor = typeof query.after === "string" ? query.after : undefined;
  const { items, nextCursor } = await listCases(actor, { view, cursor, limit: 40 });
  const address = `${href(locale, "/staff/review")}?view=${view}`;
  const page = cursor ? `${address}&after=${cursor}` : address;
  const selected = idOf(query.case) ?? items[0]?.id ?? null;
  const index = items.findIndex(({ id }) => id === selected);
  const neighbours = { previous: items[index - 1]?.id ?? null, next: items[index + 1]?.id ?? null };
  const empty = <EmptyState icon={ShieldCheck} title={t(isDone ? "review.emptyDone" : "review.empty")} text={t(isDone ? "review.emptyDoneText" : "review.emptyText")} />;
  return {
    title: t(isDone ? "review.doneCases" : "review.openCases", { count: total }),
    order: t(isDone ? "review.order.latest" : "review.order.urgent"),
    list:
      items.length > 0 ? (
        <>
          <CaseList locale={locale} items={items} selected={selected} hrefOf={(id) => `${page}&case=${id}`} />
          <div className="px-4 pb-4">
            <MoreLink href={nextCursor ? `${address}&after=${nextCursor}` : undefined} label={t("review.more")} />
          </div>
        </>
      ) : (
        empty
      ),
    side: selected && <CaseSide locale={locale} actor={actor} id={selected} view={view} address={page} {...neighbours} sanction={query.sanction === "1"} />,
  };
}

async function appealParts(locale: Locale, actor: Member, query: Query): Promise<Parts> {
  const t = translator(locale);
  const items = await listAppeals(actor);
  const address = `${href(locale, "/staff/review")}?view=appeals`;
  const row = items.find(({ id }) => id === idOf(query.case)) ?? items[0];
  return {
    title: t("review.openAppeals", { count: items.length }),
    order: t("review.order.oldest"),
    list:
      items.length > 0 ? (
        <AppealList locale={locale} items={items} selected={row?.id ?? null} hrefOf={(id) => `${address}&case=${id}`} />
      ) : (
        <EmptyState icon={ShieldCheck} title={t("review.emptyAppeals")} text={t("review.emptyAppealsText")} />
      ),
    side: row && <AppealSide locale={locale} actor={actor} row={row} address={address} />,
  };
}

function idOf(value: string | string[] | undefined): number | null {
  return typeof value === "string" && /^[1-9]\d{0,14}$/.test(value) ? Number(value) : null;
}
