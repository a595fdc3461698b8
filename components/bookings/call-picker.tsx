"use client";

import { useEffect, useState, type FormEvent } from "react";
import type { RoomText } from "@/components/conversations/room-texts";
import { ActionButton } from "@/components/ui/action-button";
import { ApiError, errorText } from "@/components/ui/api";
import { Button } from "@/components/ui/button";
import { Clock, X } from "@/components/ui/icons";
import { Note } from "@/components/ui/note";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { formatDate } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/locale";
import { bookCall, type Booking, cancelCall, listSlots, type Slots } from "./booking-api";

type CallPickerProps = { locale: Locale; t: RoomText; conversationId: number; onChanged: () => void };

/** When may we call? Only times at which somebody will be there, and that nobody else has. */
export function CallPicker({ locale, t, conversationId, onChanged }: CallPickerProps) {
  const [slots, setSlots] = useState<Slots | null>(null);
  const [moving, setMoving] = useState(false);
  const [problem, setProblem] = useState("");
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
    <div className="callp">
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
        <SlotForm
          key={slots.items[0]?.startsAt}
          locale={locale}
          t={t}
          slots={slots}
          onBook={(booking) => bookCall(conversationId, booking).then(done)}
          onGone={() => void load()}
        />
      )}
    </div>
  );
}

type BookedProps = { locale: Locale; t: RoomText; booking: Booking; onMove: () => void; onCancel: () => void };

function Booked({ locale, t, booking, onMove, onCancel }: BookedProps) {
  const startsAt = new Date(booking.startsAt);
  const when = `${formatDate(locale, startsAt, "weekday")}, ${formatDate(locale, startsAt)}`;
  return (
    <>
      <p role="status" className="mt-2">
        <b>{when}</b>
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

type SlotFormProps = {
  locale: Locale;
  t: RoomText;
  slots: Slots;
  onBook: (booking: Booking) => Promise<unknown>;
  onGone: () => void;
};

function SlotForm({ locale, t, slots, onBook, onGone }: SlotFormProps) {
  const days = byDay(locale, slots);
  const [day, setDay] = useState(days[0]?.[0] ?? "");
  const [startsAt, setStartsAt] = useState("");
  const [phone, setPhone] = useState(slots.booking?.phone ?? "");
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState(false);
  if (days.length === 0) return <p className="mut2 mt-2">{t("room.call.none")}</p>;
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (!startsAt) return setErrors({ startsAt: t("room.call.choose") });
    setBusy(true);
    try {
      await onBook({ startsAt, phone });
    } catch (error) {
      const fields = error instanceof ApiError ? error.fields : {};
      setErrors(Object.keys(fields).length > 0 ? fields : { startsAt: errorText(error, t("room.problem")) });
      if (error instanceof ApiError && error.status === 409) onGone();
    }
    setBusy(false);
  };
  return (
    <form className="stack8 mt-2" onSubmit={(event) => void send(event)}>
      <Select
        name="day"
        label={t("room.call.day")}
        value={day}
        onChange={(event) => setDay(event.target.value)}
        options={days.map(([label]) => ({ value: label, label }))}
      />
      <fieldset className="slots" aria-describedby={errors.startsAt ? "slot-error" : undefined}>
        <legend>{t("room.call.time")}</legend>
        {days
          .find(([label]) => label === day)?.[1]
          .map((slot) => (
            <label key={slot} className={slot === startsAt ? "on" : undefined}>
              <input
                type="radio"
                className="vh"
                name="slot"
                value={slot}
                checked={slot === startsAt}
                onChange={() => setStartsAt(slot)}
              />
              {formatDate(locale, new Date(slot), "time")}
            </label>
          ))}
      </fieldset>
      {errors.startsAt && (
        <Note kind="bad" live>
          <span id="slot-error">{errors.startsAt}</span>
        </Note>
      )}
      <TextInput
        name="phone"
        type="tel"
        autoComplete="tel"
        label={t("room.call.phone")}
        value={phone}
        error={errors.phone}
        onChange={(event) => setPhone(event.target.value)}
      />
      <Button type="submit" busy={busy && t("room.new.busyButton")}>
        {t("room.call.book")}
      </Button>
    </form>
  );
}

function byDay(locale: Locale, { items }: Slots): [string, string[]][] {
  const days = new Map<string, string[]>();
  for (const { startsAt } of items) {
    const at = new Date(startsAt);
    const label = `${formatDate(locale, at, "weekday")}, ${formatDate(locale, at, "date")}`;
    days.set(label, [...(days.get(label) ?? []), startsAt]);
  }
  return [...days];
}
