import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { jsoned } from "@/components/conversations/jsoned";
import { QueueBoard } from "@/components/queue/queue-board";
import { LinkButton } from "@/components/ui/link-button";
import { listCalls } from "@/lib/bookings/list-calls";
import { countFollowUps } from "@/lib/follow-ups/list-follow-ups";
import { isManager } from "@/lib/members/actor";
import { now } from "@/lib/platform/clock";
import { href, isLocale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { listLateReplies } from "@/lib/promises/list-promises";
import { readKept } from "@/lib/promises/read-kept";
import { listQueue } from "@/lib/queue/list-queue";
import { listWorkload } from "@/lib/queue/list-workload";
import { requireStaff } from "../require-staff";
import { StaffFrame } from "../staff-frame";

type Query = Record<string, string | string[] | undefined>;
type QueueProps = { params: Promise<{ locale: string }>; searchParams: Promise<Query> };

export async function generateMetadata({ params }: QueueProps): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: translator(locale)("queue.title"), robots: { index: false } } : {};
}

export default async function QueuePage({ params, searchParams }: QueueProps) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const actor = await requireStaff();
  const t = translator(locale);
  const query = await searchParams;
  const cursor = (name: string) => (typeof query[name] === "string" ? query[name].slice(0, 200) : undefined);
  const [queue, kept, late, calls, followUps, workload] = await Promise.all([
    listQueue(actor),
    readKept(actor, 7),
    listLateReplies(actor, { cursor: cursor("late") }),
    listCalls(actor, { cursor: cursor("calls") }),
    countFollowUps(actor),
    isManager(actor) ? listWorkload(actor) : null,
  ]);
  return (
    <StaffFrame locale={locale} path="/staff/queue" current="queue" actor={actor}>
      <div>
        <div className="sthead">
          <h1>{t("queue.title")}</h1>
          <span className="grow" />
          {followUps.overdue > 0 && (
            <span className="w-late">{t("followUps.linkOverdue", { count: followUps.overdue })}</span>
          )}
          <LinkButton size="d" href={href(locale, "/staff/queue/staffing")}>
            {t("staffing.title")}
          </LinkButton>
          <LinkButton size="d" href={href(locale, "/staff/queue/follow-ups")}>
            {t("followUps.link", { count: followUps.total })}
          </LinkButton>
        </div>
        <p className="mut2">{t("queue.lede")}</p>
        <QueueBoard locale={locale} now={now().toISOString()} first={jsoned({ queue })} kept={kept} late={jsoned(late)} lateAfter={cursor("late")} calls={jsoned(calls)} workload={workload} />
      </div>
    </StaffFrame>
  );
}
