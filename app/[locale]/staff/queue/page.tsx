import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { jsoned } from "@/components/conversations/jsoned";
import { QueueBoard } from "@/components/queue/queue-board";
import { listCalls } from "@/lib/bookings/list-calls";
import { isManager } from "@/lib/members/actor";
import { now } from "@/lib/platform/clock";
import { isLocale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { listLateReplies } from "@/lib/promises/list-promises";
import { readKept } from "@/lib/promises/read-kept";
import { listQueue } from "@/lib/queue/list-queue";
import { listWorkload } from "@/lib/queue/list-workload";
import { requireStaff } from "../require-staff";
import { StaffFrame } from "../staff-frame";

type QueueProps = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: QueueProps): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: translator(locale)("queue.title"), robots: { index: false } } : {};
}

export default async function QueuePage({ params }: QueueProps) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const actor = await requireStaff();
  const t = translator(locale);
  const [queue, kept, late, calls, workload] = await Promise.all([
    listQueue(actor),
    readKept(actor, 7),
    listLateReplies(actor),
    listCalls(actor),
    isManager(actor) ? listWorkload(actor) : null,
  ]);
  return (
    <StaffFrame locale={locale} path="/staff/queue" current="queue" actor={actor}>
      <div>
        <div className="sthead">
          <h1>{t("queue.title")}</h1>
        </div>
        <p className="mut2">{t("queue.lede")}</p>
        <QueueBoard locale={locale} now={now().toISOString()} first={jsoned({ queue })} kept={kept} late={jsoned(late)} calls={jsoned(calls)} workload={workload} />
      </div>
    </StaffFrame>
  );
}
