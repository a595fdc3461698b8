"use client";

import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { acceptOffer, declineOffer, extendOffer, type Offer } from "@/components/conversations/chat-api";
import type { ConsoleText } from "@/components/conversations/console-texts";
import { useNow } from "@/components/conversations/use-now";
import { announce } from "@/components/layout/announce";
import { useKeys } from "@/components/layout/use-keys";
import { refreshWork } from "@/components/presence/work-store";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { useAct } from "@/components/ui/use-act";
import { formatStopwatch } from "@/lib/platform/i18n/format";

type OfferCardProps = { t: ConsoleText; offer: Offer; later: Offer[]; onAccepted: (conversationId: number) => void };

const CIRCUMFERENCE = 88;

/** Thirty seconds to say yes. Docked where it covers nothing; A accepts, D passes it on. */
export function OfferCard({ t, offer, later, onAccepted }: OfferCardProps) {
  const now = useNow(offer.offeredAt, 250);
  const [busy, attempt] = useAct(t("room.problem"));
  const [until, setUntil] = useState(offer.expiresAt);
  useEffect(() => setUntil(offer.expiresAt), [offer.expiresAt]);
  useCall(t, offer);
  const whole = Math.max(1, Date.parse(until) - Date.parse(offer.offeredAt));
  const left = Math.min(whole, Math.max(0, Date.parse(until) - now));
  const seconds = Math.ceil(left / 1000);
  const over = left === 0;
  // Whoever looked away for a moment sees why nothing is there any more; said once.
  const told = useRef(false);
  useEffect(() => {
    if (over && !told.current) toast(t("offer.missed"));
    told.current ||= over;
  }, [over, t]);
  const act = (work: () => Promise<unknown>) => void attempt(work).then(() => refreshWork());
  const accept = () => act(async () => onAccepted((await acceptOffer(offer.id)).conversationId));
  const pass = () => act(() => declineOffer(offer.id));
  useKeys({ a: accept, d: pass });
  // Reading what it is about, or finishing a sentence elsewhere, is a sign of life: it buys another half minute, once.
  const extended = useRef(false);
  const extend = useCallback(() => {
    if (extended.current) return;
    extended.current = true;
    extendOffer(offer.id).then(({ expiresAt }) => setUntil(expiresAt), () => undefined);
  }, [offer.id]);
  useEffect(() => {
    document.addEventListener("input", extend);
    return () => document.removeEventListener("input", extend);
  }, [extend]);
  // What is gone cannot keep the focus; it must not be lost either.
  const card = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const element = card.current;
    return () => {
      if (element?.contains(document.activeElement)) document.getElementById("main")?.focus();
    };
  }, []);
  return (
    <section
      ref={card}
      className="offer"
      role="alertdialog"
      aria-label={t("offer.label")}
      aria-describedby={`offer-${offer.id}`}
    >
      <div className="oh">
        <svg
          className="ringt"
          viewBox="0 0 34 34"
          role="img"
          aria-label={t("offer.seconds", { count: seconds })}
        >
          <circle cx="17" cy="17" r="14" fill="none" stroke="var(--line)" strokeWidth="3" />
          <circle
            cx="17"
            cy="17"
            r="14"
            fill="none"
            stroke="var(--lamp-edge)"
            strokeWidth="3"
            strokeDasharray={`${(left / whole) * CIRCUMFERENCE} ${CIRCUMFERENCE}`}
            transform="rotate(-90 17 17)"
            strokeLinecap="round"
          />
          <text
            x="17"
            y="22"
            textAnchor="middle"
            fontSize="14"
            fontWeight="650"
            fill="var(--ink)"
            aria-hidden="true"
          >
            {seconds}
          </text>
        </svg>
        <div className="min-w-0">
          <b>{offer.thread.title}</b>
          <br />
          <span className="mut small">
            {t(offer.handover ? "offer.inChat" : "offer.waiting", {
              name: offer.asker.displayName,
              time: formatStopwatch((now - Date.parse(offer.enqueuedAt)) / 1000),
            })}
          </span>
        </div>
      </div>
      {offer.handover && <p className="small mt-2">{t("offer.handedOver", { name: offer.handover.by, note: offer.handover.note })}</p>}
      <details className="small mut2" onToggle={(event) => event.currentTarget.open && extend()}>
        <summary id={`offer-${offer.id}`}>{offer.summary}</summary>
        {offer.meTooCount > 0 && <p>{t("offer.meToo", { count: offer.meTooCount })}</p>}
      </details>
      {later.length > 0 && (
        <p className="small mut2">{t("offer.then", { count: later.length, titles: later.map(({ thread }) => thread.title).join(" · ") })}</p>
      )}
      <div className="two2">
        <Button look="lamp" size="d" keys="A" aria-keyshortcuts="A" aria-disabled={busy} onClick={accept}>
          {t("offer.accept")}
        </Button>
        <Button size="d" keys="D" aria-keyshortcuts="D" aria-disabled={busy} onClick={pass}>
          {t("offer.pass")}
        </Button>
      </div>
    </section>
  );
}

function useCall(t: ConsoleText, offer: Offer): void {
  const called = useRef(0);
  useEffect(() => {
    if (called.current === offer.id) return;
    called.current = offer.id;
    announce(t("offer.new", { title: offer.thread.title }));
    const before = document.title;
    document.title = `● ${offer.thread.title}`;
    return () => {
      document.title = before;
    };
  }, [t, offer.id, offer.thread.title]);
}
