"use client";

import { useState } from "react";
import type { Conversation } from "@/components/conversations/chat-api";
import type { ConsoleText } from "@/components/conversations/console-texts";
import { firstName } from "@/components/conversations/first-name";
import { errorText } from "@/components/ui/api";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Check, Clock, Phone, X } from "@/components/ui/icons";
import { toast } from "@/components/ui/toast";
import type { Locale } from "@/lib/platform/i18n/locale";
import { bookCall, listSlots, recordCall, type Slots } from "./booking-api";
import { callTime } from "./call-time";
import { PhoneLink } from "./phone-link";
import { SlotForm } from "./slot-form";

type CallBarProps = {
  locale: Locale;
  t: ConsoleText;
  view: Conversation;
  act: (work: () => Promise<unknown>) => Promise<void>;
  /** The call was made: the case can be closed. */
  onMade: () => void;
  now: number;
};

/** The call somebody waits for: when, the number to dial, and how it went. */
export function CallBar({ locale, t, view, act, onMade, now }: CallBarProps) {
  const [slots, setSlots] = useState<Slots | null>(null);
  const { call } = view;
  const name = firstName(view.asker.displayName);
  const choose = () => void listSlots(view.id).then(setSlots, (error) => toast(errorText(error, t("room.problem"))));
  const record = (outcome: "made" | "missed") =>
    void act(async () => {
      await recordCall(view.id, outcome);
      if (outcome === "made") onMade();
    });
  return (
    <div className="callbar">
      <Phone size={18} />
      {call ? (
        <p>
          <b className={Date.parse(call.startsAt) < now ? "w-late" : undefined}>{t("calls.at", { when: callTime(locale, call.startsAt, now) })}</b>{" "}
          <PhoneLink phone={call.phone} />
        </p>
      ) : (
        <p>{t("calls.none")}</p>
      )}
      <span className="row">
        {call && (
          <>
            <Button size="d" icon={Check} onClick={() => record("made")}>
              {t("calls.made")}
            </Button>
            <Button size="d" icon={X} onClick={() => record("missed")}>
              {t("calls.missed")}
            </Button>
          </>
        )}
        <Button size="d" icon={Clock} onClick={choose}>
          {t(call ? "calls.move" : "calls.book")}
        </Button>
      </span>
      <Dialog open={slots !== null} onClose={() => setSlots(null)} title={t("calls.moveTitle", { name })}>
        {slots && (
          <SlotForm
            locale={locale}
            t={t}
            slots={slots}
            labels={{ phone: t("calls.phone"), book: t("calls.take") }}
            onBook={async (booking) => {
              await bookCall(view.id, booking);
              setSlots(null);
              await act(async () => undefined);
            }}
            onGone={choose}
          />
        )}
      </Dialog>
    </div>
  );
}
