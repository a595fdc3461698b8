"use client";

import { useEffect, useRef, useState } from "react";
import { announce } from "@/components/layout/announce";
import { ActionButton } from "@/components/ui/action-button";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Mail, Phone, X } from "@/components/ui/icons";
import { TellMe } from "@/components/push/tell-me";
import { changeChoice, type Conversation, leaveQueue } from "@/components/conversations/chat-api";
import type { RoomText } from "@/components/conversations/room-texts";
import { useAct } from "@/components/ui/use-act";
import type { Choice } from "@/lib/queue/choice";
import { formatDate, formatDay } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/locale";
import { WaitLine } from "./wait-line";
import { waitLine } from "./wait-text";

type WaitPanelProps = { locale: Locale; t: RoomText; view: Conversation; onChanged: () => void };

/** Place and range first; leaving the page costs nothing. */
export function WaitPanel({ locale, t, view, onChanged }: WaitPanelProps) {
  const [leaving, setLeaving] = useState(false);
  const [busy, attempt] = useAct(t("room.problem"));
  const { queue } = view;
  useSpokenPlace(t, queue?.position ?? null);
  const act = (work: () => Promise<unknown>) => attempt(work).then(onChanged);
  const choose = (choice: Choice) => void act(() => changeChoice(view.id, choice));
  const since = formatDate(locale, new Date(queue?.enqueuedAt ?? view.createdAt), "time");
  return (
    <section className="wait" aria-label={t("room.wait.title")}>
      <div className="wq" role="status">
        {queue && (
          <p className="pl">
            <small>{t("room.wait.place")}</small>
            {queue.position}
          </p>
        )}
        <p>
          <span className="rng">{rangeOf(locale, t, view)}</span>
          <br />
          <span className="mut2">{t("room.wait.since", { time: since })}</span>
        </p>
      </div>
      {queue && <WaitLine position={queue.position} you={t("room.wait.you")} />}
      <p className="small mut2" suppressHydrationWarning>
        {queue?.waitSeconds === null ? backText(locale, t, queue.backAt) : t("room.wait.leavePage")}
      </p>
      <TellMe t={t} say={view.mails ? undefined : (state) => t(`room.push.noMail.${state}`)} />
      <div className="wacts">
        <ActionButton icon={Phone} disabled={busy} onClick={() => choose("callback")}>
          {t("room.wait.callback")}
        </ActionButton>
        <ActionButton icon={Mail} disabled={busy} onClick={() => choose("message")}>
          {t("room.wait.message")}
        </ActionButton>
        <ActionButton icon={X} disabled={busy} onClick={() => setLeaving(true)}>
          {t("room.wait.leave")}
        </ActionButton>
      </div>
      <Dialog
        open={leaving}
        onClose={() => setLeaving(false)}
        title={t("room.wait.leaveTitle")}
        actions={
          <>
            <Button onClick={() => setLeaving(false)}>{t("room.wait.stay")}</Button>
            <Button
              look="dang"
              onClick={() => {
                setLeaving(false);
                void act(() => leaveQueue(view.id));
              }}
            >
              {t("room.wait.leave")}
            </Button>
          </>
        }
      >
        <p className="mut2">{t("room.wait.leaveText")}</p>
      </Dialog>
    </section>
  );
}

function rangeOf(locale: Locale, t: RoomText, { queue }: Conversation): string {
  if (!queue) return t("room.wait.none");
  if (queue.offered) return t("room.wait.offered");
  if (queue.bucket === "now") return t("room.wait.now");
  return waitLine(locale, t, { bucket: queue.bucket, wait: queue.waitSeconds });
}

/** Nobody is there: when somebody will be, if that is planned. */
function backText(locale: Locale, t: RoomText, backAt: string | null): string {
  const at = backAt && new Date(backAt);
  return at
    ? t("room.wait.backAt", { when: `${formatDay(locale, at, new Date())}, ${formatDate(locale, at, "time")}` })
    : t("room.wait.noneText");
}

/** Says a new place aloud, not the one that was there from the start. */
function useSpokenPlace(t: RoomText, position: number | null): void {
  const told = useRef(position);
  useEffect(() => {
    if (position === null || position === told.current) return;
    told.current = position;
    announce(t("room.wait.placeNow", { position }));
  }, [t, position]);
}
