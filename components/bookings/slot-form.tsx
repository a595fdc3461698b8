"use client";

import { useState, type FormEvent } from "react";
import type { RoomText } from "@/components/conversations/room-texts";
import { ApiError, errorText } from "@/components/ui/api";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { groupBy } from "@/lib/platform/group-by";
import { formatDate } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/locale";
import type { Booking, Slots } from "./booking-api";

type SlotFormProps = {
  locale: Locale;
  t: RoomText;
  slots: Slots;
  labels: { phone: string; book: string };
  onBook: (booking: Booking) => Promise<unknown>;
  onGone: () => void;
};

/** A day, a time that is free, a number to call. */
export function SlotForm({ locale, t, slots, labels, onBook, onGone }: SlotFormProps) {
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
        label={labels.phone}
        value={phone}
        error={errors.phone}
        onChange={(event) => setPhone(event.target.value)}
      />
      <Button type="submit" busy={busy && t("room.new.busyButton")}>
        {labels.book}
      </Button>
    </form>
  );
}

function byDay(locale: Locale, { items }: Slots): [string, string[]][] {
  const starts = items.map(({ startsAt }) => startsAt);
  const days = groupBy(starts, (startsAt) => {
    const at = new Date(startsAt);
    return `${formatDate(locale, at, "weekday")}, ${formatDate(locale, at, "date")}`;
  });
  return [...days];
}
