"use client";

import { useState } from "react";
import type { Call } from "@/components/bookings/booking-api";
import { CallList } from "@/components/bookings/call-list";
import { takeConversation } from "@/components/conversations/chat-api";
import { type ConsoleText, consoleTexts } from "@/components/conversations/console-texts";
import type { Jsoned } from "@/components/conversations/jsoned";
import { useNow } from "@/components/conversations/use-now";
import { refreshWork, useWork, type Work } from "@/components/presence/work-store";
import { LateList } from "@/components/promises/late-list";
import { errorText } from "@/components/ui/api";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Hourglass } from "@/components/ui/icons";
import { Lamp } from "@/components/ui/lamp";
import { toast } from "@/components/ui/toast";
import { formatDate, formatStopwatch } from "@/lib/platform/i18n/format";
import { href, type Locale } from "@/lib/platform/i18n/locale";
import type { LateView } from "@/lib/promises/list-promises";
import type { Kept } from "@/lib/promises/read-kept";
import type { Workload } from "@/lib/queue/list-workload";
import { type QueueItem, waitedSeconds, waitLevel, whyFirst } from "./queue-rows";
import { WorkloadTable } from "./workload-table";

type QueueBoardProps = {
  locale: Locale;
  now: string;
  first: Partial<Work>;
  /** First replies of the last week. */
  kept: Kept[];
  late: Jsoned<LateView>[];
  calls: Call[];
  /** Only for those who plan. */
  workload: Workload | null;
};

/** Who waits, in the order of service, and how many are there for them. */
export function QueueBoard({ locale, now: from, first, kept, late, calls, workload }: QueueBoardProps) {
  const t = consoleTexts(locale);
  const now = useNow(from);
  const { queue } = useWork(first);
  const items = queue?.items ?? [];
  return (
    <>
      <ul className="qdeps">
        {queue?.departments.map((department) => (
          <li key={department.id}>
            <Lamp state={department.availability.state} />
            <span>
              <b>{department.name[locale]}</b>
              <small>
                {t(`queue.state.${department.availability.state}`)}, {seatsOf(locale, t, department)}
              </small>
              <small>{t("queue.waiting", { count: department.waiting })}</small>
              {kept
                .filter(({ departmentId }) => departmentId === department.id)
                .map((week) => (
                  <small key={week.departmentId}>{t("queue.kept", { kept: week.kept, count: week.promised })}</small>
                ))}
            </span>
          </li>
        ))}
      </ul>
      {items.length === 0 ? (
        <EmptyState title={t("queue.empty")} icon={Hourglass} text={t("queue.emptyText")} />
      ) : (
        <div className="qtab" role="region" aria-label={t("queue.title")} tabIndex={0}>
          <table className="tb2">
            <thead>
              <tr>
                <th scope="col">{t("queue.place")}</th>
                <th scope="col">{t("queue.question")}</th>
                <th scope="col">{t("queue.customer")}</th>
                <th scope="col">{t("queue.department")}</th>
                <th scope="col" className="num">
                  {t("queue.waits")}
                </th>
                <th scope="col">
                  <span className="vh">{t("queue.act")}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map((item) => (
                <Row
                  key={item.id}
                  locale={locale}
                  t={t}
                  item={item}
                  now={now}
                  department={nameOf(locale, queue, item)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <LateList locale={locale} t={t} first={late} now={now} />
      <CallList locale={locale} t={t} calls={calls} />
      {workload && <WorkloadTable locale={locale} t={t} workload={workload} />}
    </>
  );
}

type RowProps = { locale: Locale; t: ConsoleText; item: QueueItem; now: number; department: string };

function Row({ locale, t, item, now, department }: RowProps) {
  const [busy, setBusy] = useState(false);
  const waited = waitedSeconds(item, now);
  const address = href(locale, `/staff/inbox?c=${item.conversationId}`);
  const take = async () => {
    setBusy(true);
    try {
      await takeConversation(item.conversationId);
      location.assign(address);
    } catch (error) {
      toast(errorText(error, t("room.problem")));
      setBusy(false);
      refreshWork();
    }
  };
  return (
    <tr>
      <td>{item.position}</td>
      <td>
        <a className="lk" href={address}>
          {item.thread.title}
        </a>
        <span className="small mut block">{whyFirst(t, item)}</span>
      </td>
      <td>{item.asker.displayName}</td>
      <td>{department}</td>
      <td className={`num ${waitLevel(waited) ?? ""}`}>{formatStopwatch(waited)}</td>
      <td className="num">
        <Button size="d" disabled={busy || item.state === "offered"} onClick={() => void take()}>
          {t("console.take")}
        </Button>
      </td>
    </tr>
  );
}

type Department = NonNullable<Work["queue"]>["departments"][number];

function seatsOf(locale: Locale, t: ConsoleText, { seats, freeSeats, availability }: Department): string {
  if (seats > 0) return t("queue.freeSeats", { free: Math.max(0, freeSeats), seats });
  const opens = availability.nextOpenAt && new Date(availability.nextOpenAt);
  return opens
    ? t("queue.opens", {
        when: `${formatDate(locale, opens, "weekday")}, ${formatDate(locale, opens, "time")}`,
      })
    : t("queue.noSeats");
}

function nameOf(locale: Locale, queue: Work["queue"], item: QueueItem): string {
  return queue?.departments.find(({ id }) => id === item.departmentId)?.name[locale] ?? "";
}
