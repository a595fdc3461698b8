"use client";

import { useEffect } from "react";
import { usePathname } from "next/navigation";
import { consoleTexts } from "@/components/conversations/console-texts";
import { sharedStream } from "@/components/conversations/shared-lines";
import { useAttention } from "@/components/conversations/use-attention";
import { noteServerTime } from "@/components/conversations/use-now";
import { OfferCard } from "@/components/queue/offer-card";
import { toast } from "@/components/ui/toast";
import { href, splitLocale, type Locale } from "@/lib/platform/i18n/locale";
import type { PresenceState } from "@/lib/presence/presence-view";
import { useOfferReceipts } from "./use-offer-receipts";
import { usePresenceKeeper } from "./use-presence";
import { startWork, useWork, type Work } from "./work-store";

type StaffPresenceProps = { locale: Locale; departments: number[]; initial: PresenceState; now: string };

/** On every page of the staff area: the agent stays there, hears of offers, and the rail counts what waits. */
export function StaffPresence({ locale, departments, initial, now }: StaffPresenceProps) {
  const t = consoleTexts(locale);
  const work = useWork();
  const mine = work.inbox?.active;
  const inConsole = splitLocale(usePathname()).path.startsWith("/staff/inbox");
  usePresenceKeeper(initial, (mine?.length ?? 0) > 0, () => toast(t("console.presence.idle")));
  useEffect(() => noteServerTime(now), [now]);
  useEffect(() => startWork(departments), [departments]);
  useEffect(
    () =>
      sharedStream(null).hear(({ type, data }) => {
        if (type !== "transfer.ended") return;
        const title = mine?.find(({ conversationId }) => conversationId === data.conversationId)?.thread.title ?? "";
        toast(t(`transfer.ended.${data.outcome as "accepted" | "declined" | "nobody"}`, { title }));
      }),
    [t, mine],
  );
  useEffect(() => showCounts(work), [work]);
  useAttention(unreadIn(work) ?? 0);
  useOfferReceipts(work.offers);
  const [offer, ...later] = work.offers;
  if (inConsole || !offer) return null;
  return (
    <div className="offerdock">
      <OfferCard
        key={offer.id}
        t={t}
        offer={offer}
        later={later}
        onAccepted={(id) => location.assign(href(locale, `/staff/inbox?c=${id}`))}
      />
    </div>
  );
}

function unreadIn({ inbox }: Pick<Work, "inbox">): number | undefined {
  return inbox?.active.reduce((sum, row) => sum + row.unread, 0);
}

function showCounts({ inbox, queue }: Work): void {
  const unread = unreadIn({ inbox });
  count("inbox", unread === undefined ? undefined : unread + (inbox?.unassigned.length ?? 0));
  count("queue", queue?.items.length);
}

function count(place: string, value: number | undefined): void {
  const badge = document.querySelector<HTMLElement>(`[data-count="${place}"]`);
  if (!badge || value === undefined) return;
  badge.textContent = value > 0 ? String(value) : "";
  badge.hidden = value === 0;
}
