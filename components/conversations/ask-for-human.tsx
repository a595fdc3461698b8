"use client";

import { useEffect, useRef } from "react";
import { announce } from "@/components/layout/announce";
import { Button } from "@/components/ui/button";
import type { FormAction } from "@/components/ui/form-state";
import { ArrowLeft, Mail, Phone, Radio } from "@/components/ui/icons";
import type { IconType } from "@/components/ui/icon";
import { Lamp } from "@/components/ui/lamp";
import { Note } from "@/components/ui/note";
import { useFormAction } from "@/components/ui/use-form-action";
import { waitText } from "@/components/queue/wait-text";
import type { Packet } from "@/lib/conversations/packet";
import { formatDate, formatDay } from "@/lib/platform/i18n/format";
import { href, type Locale } from "@/lib/platform/i18n/locale";
import type { Choice } from "@/lib/queue/choice";
import type { Availability } from "@/lib/queue/queue-view";
import { PacketPicker } from "./packet-picker";
import { type RoomText, roomTexts } from "./room-texts";
import { useAvailability } from "./use-availability";

type AskProps = {
  action: FormAction;
  locale: Locale;
  initial: Availability;
  packet: Packet;
  threadId: number;
  /** Which button led here. */
  asked?: Choice;
};

const icons: Record<Choice, IconType> = { chat: Radio, callback: Phone, message: Mail };

/** Asking for a human: first whether somebody is there, then what they would know. Works as a plain post. */
export function AskForHuman({ action, locale, initial, packet, threadId, asked }: AskProps) {
  const t = roomTexts(locale);
  const [availability, ask] = useAvailability({ threadId, departmentId: initial.departmentId, first: initial, cursor: null });
  useSpokenState(t, availability.state);
  const { state, send, busy, ref } = useFormAction(action);
  const problem = state.problem ?? Object.values(state.errors)[0];
  // Refused because somebody was faster, or went home: the buttons must show what remains.
  useEffect(() => {
    if (problem) ask();
  }, [problem, ask]);
  const choices = inOrder(availability, asked);
  return (
    <form ref={ref} action={send} className="rnew">
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="thread" value={threadId} />
      <div className="rnewhead">
        <nav className="crumbs" aria-label={t("room.new.back")}>
          <a href={href(locale, packet.thread.url)}>
            <ArrowLeft size={16} className="inline" /> {t("room.new.back")}
          </a>
        </nav>
        <p>{packet.thread.title}</p>
      </div>
      <div className={`human h-${availability.state}`}>
        <h1 className="row">
          <Lamp state={availability.state} />
          {t(`room.new.${availability.state}`)}
        </h1>
        <p className="mut2" suppressHydrationWarning>
          {explain(locale, t, availability)}
        </p>
        {problem && (
          <Note kind="bad" live>
            {problem}
          </Note>
        )}
        <div className="rways" role="group" aria-label={t("room.new.legend")}>
          {choices.map((choice, index) => (
            <div key={choice}>
              <Button
                type="submit"
                name="choice"
                value={choice}
                icon={icons[choice]}
                look={choice === "chat" ? "lamp" : index === 0 ? "pri" : "sec"}
                size={index === 0 ? "lg" : undefined}
                wide
                busy={busy && t("room.new.busyButton")}
              >
                {choice === "chat"
                  ? t(availability.state === "busy" ? "room.new.join" : "room.new.chat")
                  : t(`room.new.${choice}`)}
              </Button>
              {choice !== "chat" && <small className="small mut2">{t(`room.new.${choice}Hint`)}</small>}
            </div>
          ))}
        </div>
      </div>
      <PacketPicker packet={packet} t={t} />
    </form>
  );
}

/** What somebody came for comes first; where the wait for a chat is long, the call back does. */
function inOrder({ choices, bucket }: Availability, asked: Choice = "chat"): Choice[] {
  const first = asked === "chat" && bucket === ">10" ? "callback" : asked;
  const order = new Set<Choice>([first, "chat", "callback", "message"]);
  return [...order].filter((choice) => choices.includes(choice));
}

function explain(
  locale: Locale,
  t: RoomText,
  { state, choices, position, bucket, waitSeconds, nextOpenAt }: Availability,
): string {
  if (state === "open") return t("room.new.openText");
  if (state === "closed") {
    const opens = nextOpenAt && new Date(nextOpenAt);
    return opens
      ? t("room.new.closedText", {
          when: `${formatDay(locale, opens, new Date())}, ${formatDate(locale, opens, "time")}`,
        })
      : t("room.new.closedNoTime");
  }
  if (!choices.includes("chat")) return t("room.new.busyFull");
  const range = waitText(locale, t, { bucket, wait: waitSeconds });
  const wait = range ? t("room.new.wait", { range }) : "";
  const place = t("room.new.busyText", { position: position ?? 1, wait });
  return bucket === ">10" ? `${place} ${t("room.new.long")}` : place;
}

/** Aloud, once it is another one than the page came with. */
function useSpokenState(t: RoomText, state: Availability["state"]): void {
  const told = useRef(state);
  useEffect(() => {
    if (state !== told.current) announce(t(`room.new.${state}`));
    told.current = state;
  }, [t, state]);
}
