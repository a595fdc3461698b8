"use client";

import { useCallback, useEffect, useState } from "react";
import type { ConsoleText } from "@/components/conversations/console-texts";
import type { Jsoned } from "@/components/conversations/jsoned";
import { useWork } from "@/components/presence/work-store";
import { apiFetch } from "@/components/ui/api";
import { Button } from "@/components/ui/button";
import { MoreLink } from "@/components/ui/more-link";
import { Table } from "@/components/ui/table";
import { TitleCell } from "@/components/ui/title-cell";
import { useAct } from "@/components/ui/use-act";
import { formatStopwatch } from "@/lib/platform/i18n/format";
import { href, type Locale } from "@/lib/platform/i18n/locale";
import type { LatePage, LateView } from "@/lib/promises/list-promises";

type Late = Jsoned<LateView>;
type Page = Omit<Jsoned<LatePage>, "items"> & { items: Late[] };
/** `after`: the cursor this page began at. */
export type LateListProps = { locale: Locale; t: ConsoleText; first: Page; after?: string; now: number };

/** Replies that somebody waits too long for; who sees to it says so, and nobody else is called. */
export function LateList({ locale, t, first, after, now }: LateListProps) {
  const [items, refresh] = useLate(first.items, after);
  if (items.length === 0) return null;
  return (
    <section>
      <h2 id="late" className="mt-5 mb-2">
        {t("queue.late.title")}
      </h2>
      <Table
        caption={t("queue.late.title")}
        rows={items}
        rowKey={({ id }) => id}
        columns={[
          {
            head: t("queue.question"),
            cell: ({ conversationId, thread, asker }) => (
              <TitleCell href={href(locale, `/staff/inbox?c=${conversationId}`)} title={thread.title}>
                {asker.displayName}
              </TitleCell>
            ),
          },
          { head: t("queue.late.what"), cell: ({ metric }) => t(`queue.late.${metric}`) },
          { head: t("queue.late.who"), cell: ({ agent }) => agent?.displayName ?? t("queue.late.nobody") },
          {
            head: t("queue.waits"),
            number: true,
            cell: ({ breached, startedAt }) => (
              <span className={breached ? "w-late" : "w-warn"}>
                {formatStopwatch(Math.max(0, (now - Date.parse(startedAt)) / 1000))}
              </span>
            ),
          },
          { number: true, cell: (late) => <See t={t} late={late} onSeen={refresh} /> },
        ]}
      />
      <MoreLink
        href={first.nextCursor ? `${href(locale, "/staff/queue")}?late=${first.nextCursor}#late` : undefined}
        label={t("queue.more", { count: first.more })}
      />
    </section>
  );
}

function See({ t, late, onSeen }: { t: ConsoleText; late: Late; onSeen: () => void }) {
  const [busy, act] = useAct(t("room.problem"));
  if (late.acknowledgedBy) return t("queue.late.seenBy", { name: late.acknowledgedBy.displayName });
  const see = () => act(() => apiFetch(`/promises/${late.id}/acknowledgement`, { method: "POST" })).then(onSeen);
  return (
    <Button size="d" look="sec" disabled={busy} onClick={() => void see()}>
      {t("queue.late.see")}
    </Button>
  );
}

/** Asked for anew whenever the queue was. */
function useLate(first: Late[], after?: string): [Late[], () => void] {
  const [items, setItems] = useState(first);
  const { queue } = useWork();
  const refresh = useCallback(() => {
    apiFetch<{ items: Late[] }>(`/promises?limit=50${after ? `&cursor=${after}` : ""}`).then(
      (list) => setItems(list.items),
      () => undefined,
    );
  }, [after]);
  useEffect(() => {
    if (queue) refresh();
  }, [queue, refresh]);
  return [items, refresh];
}
