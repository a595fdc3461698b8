"use client";

import { useEffect, useRef, useState } from "react";
import type { RoomText } from "@/components/conversations/room-texts";
import { ActionButton } from "@/components/ui/action-button";
import { errorText } from "@/components/ui/api";
import { Clock, RotateCcw, X } from "@/components/ui/icons";
import { Note } from "@/components/ui/note";
import { formatDate } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/locale";
import { bookCall, type Booking, cancelCall, listSlots, type Slots } from "./booking-api";
import { SlotForm } from "./slot-form";

type CallPickerProps = { locale: Locale; t: RoomText; conversationId: number; onChanged: () => void };

/** When may we call? Only times at which somebody will be there, and that nobody else has. */
export function CallPicker({ locale, t, conversationId, onChanged }: CallPickerProps) {
  const [slots, setSlots] = useState<Slots | null>(null);
  const [moving, setMoving] = useState(false);
  const [problem, setProblem] = useState("");
  const box = useFollowed(slots && `${moving}/${slots.booking?.startsAt}`);
  const load = () =>
    listSlots(conversationId).then(setSlots, (error) => setProblem(errorText(error, t("room.problem"))));
  useEffect(() => {
    let gone = false;
    listSlots(conversationId).then(
      (found) => !gone && setSlots(found),
      () => undefined,
    );
    return () => void (gone = true);
  }, [conversationId]);
  if (!slots) return <p className="mut2 mt-2">{t("room.call.looking")}</p>;
  const done = async () => {
    setMoving(false);
    setProblem("");
    await load();
    onChanged();
  };
  const cancel = () =>
    cancelCall(conversationId).then(done, (error) => setProblem(errorText(error, t("room.problem"))));
  return (
    <div ref={box} className="callp">
      {problem && (
        <Note kind="bad" live>
          {problem}
        </Note>
      )}
      {slots.booking && !moving ? (
        <Booked
          locale={locale}
          t={t}
          booking={slots.booking}
          onMove={() => setMoving(true)}
          onCancel={() => void cancel()}
        />
      ) : (
        <>
          <SlotForm
            key={slots.items[0]?.startsAt}
            locale={locale}
            t={t}
            slots={slots}
            labels={{ phone: t("room.call.phone"), book: t("room.call.book") }}
            onBook={(booking) => bookCall(conversationId, booking).then(done)}
            onGone={() => void load()}
          />
          {slots.booking && (
            <ActionButton icon={RotateCcw} onClick={() => setMoving(false)}>
              {t("room.call.keep", { when: timeOf(locale, slots.booking) })}
            </ActionButton>
          )}
        </>
      )}
    </div>
  );
}

type BookedProps = { locale: Locale; t: RoomText; booking: Booking; onMove: () => void; onCancel: () => void };

function Booked({ locale, t, booking, onMove, onCancel }: BookedProps) {
  return (
    <>
      <p role="status" className="mt-2">
        <b>{timeOf(locale, booking)}</b>
        <br />
        <span className="mut2">{t("room.call.at", { phone: booking.phone })}</span>
      </p>
      <div className="wacts mt-1">
        <ActionButton icon={Clock} onClick={onMove}>
          {t("room.call.move")}
        </ActionButton>
        <ActionButton icon={X} onClick={onCancel}>
          {t("room.call.cancel")}
        </ActionButton>
      </div>
    </>
  );
}

function timeOf(locale: Locale, { startsAt }: Booking): string {
  const at = new Date(startsAt);
  return `${formatDate(locale, at, "weekday")}, ${formatDate(locale, at)}`;
}

/** What takes the place of what was just used is where the keyboard goes on, and in sight. */
function useFollowed(step: string | null) {
  const box = useRef<HTMLDivElement>(null);
  const before = useRef<string>(null);
  useEffect(() => {
    if (before.current !== null) box.current?.querySelector<HTMLElement>("select, button")?.focus();
    before.current = step;
  }, [step]);
  return box;
}
