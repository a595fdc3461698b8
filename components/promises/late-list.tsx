"use client";

import { useCallback, useEffect, useState } from "react";
import type { ConsoleText } from "@/components/conversations/console-texts";
import type { Jsoned } from "@/components/conversations/jsoned";
import { sharedStream } from "@/components/conversations/shared-lines";
import { apiFetch, errorText } from "@/components/ui/api";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { formatStopwatch } from "@/lib/platform/i18n/format";
import { href, type Locale } from "@/lib/platform/i18n/locale";
import type { LateView } from "@/lib/promises/list-promises";

type Late = Jsoned<LateView>;
type LateListProps = { locale: Locale; t: ConsoleText; first: Late[]; now: number };

/** Replies that somebody waits too long for; who sees to it says so, and nobody else is called. */
export function LateList({ locale, t, first, now }: LateListProps) {
  const [items, refresh] = useLate(first);
  if (items.length === 0) return null;
  return (
    <section>
      <h2 id="late" className="mt-5 mb-2">
        {t("queue.late.title")}
      </h2>
      <div className="qtab" role="region" aria-labelledby="late" tabIndex={0}>
        <table className="tb2">
          <thead>
            <tr>
              <th scope="col">{t("queue.question")}</th>
              <th scope="col">{t("queue.late.what")}</th>
              <th scope="col">{t("queue.late.who")}</th>
              <th scope="col" className="num">
                {t("queue.waits")}
              </th>
              <th scope="col">
                <span className="vh">{t("queue.act")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map((late) => (
              <tr key={late.id}>
                <td>
                  <a className="lk" href={href(locale, `/staff/inbox?c=${late.conversationId}`)}>
                    {late.thread.title}
                  </a>
                  <span className="small mut block">{late.asker.displayName}</span>
                </td>
                <td>{t(`queue.late.${late.metric}`)}</td>
                <td>{late.agent?.displayName ?? t("queue.late.nobody")}</td>
                <td className={`num ${late.breached ? "w-late" : "w-warn"}`}>
                  {formatStopwatch(Math.max(0, (now - Date.parse(late.startedAt)) / 1000))}
                </td>
                <td className="num">
                  <See t={t} late={late} onSeen={refresh} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function See({ t, late, onSeen }: { t: ConsoleText; late: Late; onSeen: () => void }) {
  const [busy, setBusy] = useState(false);
  if (late.acknowledgedBy) return t("queue.late.seenBy", { name: late.acknowledgedBy.displayName });
  const see = async () => {
    setBusy(true);
    try {
      await apiFetch(`/promises/${late.id}/acknowledgement`, { method: "POST" });
    } catch (error) {
      toast(errorText(error, t("room.problem")));
    }
    setBusy(false);
    onSeen();
  };
  return (
    <Button size="d" look="sec" disabled={busy} onClick={() => void see()}>
      {t("queue.late.see")}
    </Button>
  );
}

function useLate(first: Late[]): [Late[], () => void] {
  const [items, setItems] = useState(first);
  const refresh = useCallback(() => {
    apiFetch<{ items: Late[] }>("/promises?limit=50").then(
      (list) => setItems(list.items),
      () => undefined,
    );
  }, []);
  useEffect(() => {
    const stream = sharedStream(null);
    const stops = [
      stream.hear(({ type }) => type === "queue.changed" && refresh()),
      stream.onReset(refresh),
      stream.onState(() => stream.state === "live" && refresh()),
    ];
    return () => stops.forEach((stop) => stop());
  }, [refresh]);
  return [items, refresh];
}
