"use client";

import { CallList, type Calls } from "@/components/bookings/call-list";
import { takeConversation } from "@/components/conversations/chat-api";
import { type ConsoleText, consoleTexts } from "@/components/conversations/console-texts";
import { useNow } from "@/components/conversations/use-now";
import { refreshWork, useWork, type Work } from "@/components/presence/work-store";
import { LateList, type LateListProps } from "@/components/promises/late-list";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Hourglass } from "@/components/ui/icons";
import { Lamp } from "@/components/ui/lamp";
import { Table } from "@/components/ui/table";
import { TitleCell } from "@/components/ui/title-cell";
import { useAct } from "@/components/ui/use-act";
import { formatDate, formatDay, formatList, formatStopwatch } from "@/lib/platform/i18n/format";
import { href, type Locale } from "@/lib/platform/i18n/locale";
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
  late: LateListProps["first"];
  /** The cursor that the late ones began at. */
  lateAfter?: string;
  calls: Calls;
  /** Only for those who plan. */
  workload: Workload | null;
};

/** Who waits, in the order of service, and how many are there for them. */
export function QueueBoard({ locale, now: from, first, kept, late, lateAfter, calls, workload }: QueueBoardProps) {
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
                {t(`queue.state.${department.availability.state}`)}, {seatsOf(locale, t, department, now)}
              </small>
              <small>{t("queue.waiting", { count: department.waiting })}</small>
              {department.planned && <Planned locale={locale} t={t} {...department.planned} />}
              {kept
                .filter(({ departmentId }) => departmentId === department.id)
                .map((week) => (
                  <small key={week.departmentId}>
                    {t("queue.kept", { kept: week.kept, count: week.promised, aimed: week.aimed, time: formatStopwatch(week.aimedSeconds) })}
                  </small>
                ))}
            </span>
          </li>
        ))}
      </ul>
      {items.length === 0 ? (
        <EmptyState title={t("queue.empty")} icon={Hourglass} text={t("queue.emptyText")} />
      ) : (
        <Table
          caption={t("queue.title")}
          rows={items}
          rowKey={({ id }) => id}
          columns={[
            {
              head: t("queue.question"),
              cell: (item) => (
                <>
                  <span className="mut">{item.position}.</span>{" "}
                  <TitleCell href={addressOf(locale, item)} title={item.thread.title}>
                    {whyFirst(t, item)}
                  </TitleCell>
                </>
              ),
            },
            { head: t("queue.customer"), cell: ({ asker }) => asker.displayName },
            { head: t("queue.department"), cell: (item) => nameOf(locale, queue, item) },
            { head: t("queue.waits"), number: true, cell: (item) => <Waits seconds={waitedSeconds(item, now)} /> },
            { number: true, cell: (item) => <Take locale={locale} t={t} item={item} /> },
          ]}
        />
      )}
      <LateList locale={locale} t={t} first={late} after={lateAfter} now={now} />
      <CallList locale={locale} t={t} calls={calls} />
      {workload && <WorkloadTable locale={locale} t={t} workload={workload} />}
    </>
  );
}

/** Who should be there now, by the plan. */
function Planned({ locale, t, count, missing }: { locale: Locale; t: ConsoleText; count: number; missing: string[] }) {
  return (
    <>
      <small>{t("queue.planned", { there: count - missing.length, count })}</small>
      {missing.length > 0 && (
        <small className="w-warn">{t("queue.missing", { names: formatList(locale, missing) })}</small>
      )}
    </>
  );
}

function Waits({ seconds }: { seconds: number }) {
  return <span className={waitLevel(seconds)}>{formatStopwatch(seconds)}</span>;
}

function Take({ locale, t, item }: { locale: Locale; t: ConsoleText; item: QueueItem }) {
  const [busy, act] = useAct(t("room.problem"));
  const take = () =>
    act(async () => {
      await takeConversation(item.conversationId);
      location.assign(addressOf(locale, item));
    }).then(() => refreshWork());
  return (
    <Button size="d" disabled={busy || item.state === "offered"} onClick={() => void take()}>
      {t("console.take")}
    </Button>
  );
}

function addressOf(locale: Locale, { conversationId }: QueueItem): string {
  return href(locale, `/staff/inbox?c=${conversationId}`);
}

type Department = NonNullable<Work["queue"]>["departments"][number];

function seatsOf(locale: Locale, t: ConsoleText, { seats, freeSeats, availability }: Department, now: number): string {
  if (seats > 0) return t("queue.freeSeats", { free: Math.max(0, freeSeats), seats });
  const opens = availability.nextOpenAt && new Date(availability.nextOpenAt);
  return opens
    ? t("queue.opens", { day: formatDay(locale, opens, new Date(now)), time: formatDate(locale, opens, "time") })
    : t("queue.noSeats");
}

function nameOf(locale: Locale, queue: Work["queue"], item: QueueItem): string {
  return queue?.departments.find(({ id }) => id === item.departmentId)?.name[locale] ?? "";
}
