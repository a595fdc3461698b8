"use client";

import { useEffect, useRef } from "react";
import { announce } from "@/components/layout/announce";
import type { Locale } from "@/lib/platform/i18n/locale";
import { Branch, type Phase, phaseOf } from "./branch";
import { chime } from "./chime";
import type { Conversation } from "./chat-api";
import { firstName } from "./first-name";
import { PhoneBar } from "./phone-bar";
import { QuestionPart } from "./question-part";
import { RoomSide } from "./room-side";
import { type RoomText, roomTexts } from "./room-texts";
import { useAttention } from "./use-attention";
import { type Snapshot, useConversation } from "./use-conversation";
import { useKeptText } from "./use-kept-text";

type ChatRoomProps = { locale: Locale; me: number; company: string; initial: Snapshot };

/** The asker's side of a conversation: the private branch that leaves the public thread. */
export function ChatRoom({ locale, me, company, initial }: ChatRoomProps) {
  const t = roomTexts(locale);
  const room = useConversation(initial, me);
  const [text, setText] = useKeptText(`chat.${initial.view.id}`);
  const { view, messages, pending } = room;
  const phase = phaseOf(view);
  const name = view.agent ? firstName(view.agent.displayName) : t("room.colleague");
  useCallsAttention(view, t);
  useShowsEnding(phase);
  useAttention(messages.filter(({ side }) => side === "staff").length);
  return (
    <div className="croom" data-phase={phase}>
      <PhoneBar locale={locale} t={t} view={view} />
      <div className="tpage">
        <div>
          <ol className="spine">
            <QuestionPart locale={locale} t={t} view={view} />
            <li className="brli">
              <div />
              <Branch locale={locale} t={t} me={me} company={company} room={room} text={text} onText={setText}>
                <ScrollDown on={`${messages.at(-1)?.seq}/${room.typing}`} own={pending.length} atStart={phase === "active"} />
              </Branch>
            </li>
          </ol>
        </div>
        <RoomSide locale={locale} t={t} view={view} name={name} />
      </div>
    </div>
  );
}

/** When it becomes one's turn, and when something is said while one looks elsewhere. */
function useCallsAttention(view: Conversation, t: RoomText): void {
  const before = useRef(view.state);
  useEffect(() => {
    if (before.current !== "active" && view.state === "active") {
      void chime("offer");
      announce(t("chat.system.accepted"));
    }
    before.current = view.state;
  }, [view.state, t]);
}

/** When it ends before one's eyes, what is asked then stands above all that was said. */
function useShowsEnding(phase: Phase): void {
  const before = useRef(phase);
  useEffect(() => {
    if (before.current !== "closed" && phase === "closed") document.querySelector(".rclosed")?.scrollIntoView({ block: "start" });
    before.current = phase;
  }, [phase]);
}

/** Keeps the newest in sight, unless somebody has scrolled up to read; what one sends oneself always. */
function ScrollDown({ on, own, atStart }: { on: string; own: number; atStart: boolean }) {
  const end = useRef<HTMLDivElement>(null);
  const first = useRef(true);
  useEffect(() => {
    if (first.current ? atStart && matchMedia("(max-width: 640px)").matches : isNear(end.current)) showEnd(end.current);
    first.current = false;
  }, [on, atStart]);
  useEffect(() => {
    if (own > 0) showEnd(end.current);
  }, [own]);
  // A picture that has only now got its height.
  useEffect(() => {
    const log = end.current?.parentElement;
    const onLoad = () => isNear(end.current) && showEnd(end.current);
    log?.addEventListener("load", onLoad, true);
    return () => log?.removeEventListener("load", onLoad, true);
  }, []);
  return <div ref={end} className="rend" />;
}

function isNear(end: HTMLElement | null): boolean {
  return end !== null && end.getBoundingClientRect().top < window.innerHeight + 400;
}

/** With the field below it at the lower edge of the screen. */
function showEnd(end: HTMLElement | null): void {
  const phone = matchMedia("(max-width: 640px)").matches;
  (phone ? end : end?.closest(".branch"))?.scrollIntoView({ block: "end" });
}
