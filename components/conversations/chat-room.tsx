"use client";

import { useEffect, useRef } from "react";
import { announce } from "@/components/layout/announce";
import { NewAnswers } from "@/components/queue/new-answers";
import { WaitPanel } from "@/components/queue/wait-panel";
import { Lock } from "@/components/ui/icons";
import { StateBadge, type StateName } from "@/components/ui/state";
import { formatDate } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/locale";
import { AsyncPanel } from "./async-panel";
import { chime } from "./chime";
import { ClosedPanel } from "./closed-panel";
import type { Conversation } from "./chat-api";
import { firstName } from "./first-name";
import { LineNote } from "./line-note";
import { MessageList } from "./message-list";
import { PhoneBar } from "./phone-bar";
import { QuestionPart } from "./question-part";
import { RoomComposer } from "./room-composer";
import { RoomSide } from "./room-side";
import { type RoomText, roomTexts } from "./room-texts";
import { useAttention } from "./use-attention";
import { type Snapshot, useConversation } from "./use-conversation";
import { useKeptText } from "./use-kept-text";

type ChatRoomProps = { locale: Locale; me: number; company: string; guideLabel: string; initial: Snapshot };

/** The asker's side of a conversation: the private branch that leaves the public thread. */
export function ChatRoom({ locale, me, company, guideLabel, initial }: ChatRoomProps) {
  const t = roomTexts(locale);
  const room = useConversation(initial, me);
  const [text, setText] = useKeptText(`chat.${initial.view.id}`);
  const { view, messages, pending } = room;
  const phase = phaseOf(view);
  const name = view.agent ? firstName(view.agent.displayName) : t("room.colleague");
  useCallsAttention(view, t, name);
  useAttention(messages.filter(({ side }) => side === "staff").length);
  const changed = () => void room.refresh().catch(() => undefined);
  return (
    <div className="croom" data-phase={phase}>
      <PhoneBar locale={locale} t={t} view={view} />
      <div className="tpage">
        <div>
          <ol className="spine">
            <QuestionPart locale={locale} t={t} view={view} />
            <li className="brli">
              <div />
              <section className="branch" aria-label={t("room.label", { company })}>
                <div className="bh">
                  <StateBadge {...badgeOf(locale, t, view, name)} />
                  <span className="priv">
                    <Lock size={16} />
                    {t("room.private", { company })}
                  </span>
                </div>
                {phase === "waiting" && <WaitPanel locale={locale} t={t} view={view} onChanged={changed} />}
                {phase === "async" && <AsyncPanel locale={locale} t={t} view={view} onChanged={changed} />}
                {phase === "waiting" && <NewAnswers locale={locale} t={t} view={view} onChanged={changed} />}
                {phase === "closed" && (
                  <ClosedPanel locale={locale} t={t} view={view} name={name} onChanged={changed} />
                )}
                <LineNote t={t} line={room.line} />
                {(messages.length > 0 || pending.length > 0 || phase === "active") && (
                  <div className="bl">
                    {phase === "closed" && <h2 className="sh mb-3">{t("room.closed.transcript")}</h2>}
                    <MessageList
                      locale={locale}
                      t={t}
                      label={t("room.log")}
                      guideLabel={guideLabel}
                      me={me}
                      view={view}
                      messages={messages}
                      pending={pending}
                      typing={room.typing && phase === "active" ? name : null}
                      onSendAnyway={room.sendAnyway}
                      onTakeBack={(clientId) =>
                        setText([room.takeBack(clientId), text].filter(Boolean).join("\n"))
                      }
                    />
                    <ScrollDown
                      on={`${messages.at(-1)?.seq}/${room.typing}`}
                      own={pending.length}
                      atStart={phase === "active"}
                    />
                  </div>
                )}
                {view.can.write && (
                  <div className="bc">
                    <RoomComposer
                      t={t}
                      conversationId={view.id}
                      label={
                        phase === "active"
                          ? t("room.message.label", { name })
                          : t("room.message.labelWaiting")
                      }
                      text={text}
                      onText={setText}
                      onSend={(body) => room.send(body)}
                      already={phase === "active"}
                    />
                  </div>
                )}
              </section>
            </li>
          </ol>
        </div>
        <RoomSide locale={locale} t={t} view={view} name={name} />
      </div>
    </div>
  );
}

export type Phase = "waiting" | "async" | "active" | "closed";

function phaseOf({ state }: Conversation): Phase {
  if (state === "queued" || state === "offered") return "waiting";
  if (state === "callback" || state === "message") return "async";
  return state === "active" || state === "wrap_up" ? "active" : "closed";
}

function badgeOf(
  locale: Locale,
  t: RoomText,
  view: Conversation,
  name: string,
): { state: StateName; label: string } {
  const at = (instant: string | null | undefined) =>
    formatDate(locale, new Date(instant ?? view.createdAt), "time");
  const phase = phaseOf(view);
  if (phase === "active")
    return { state: "live", label: t("room.active.with", { name, time: at(view.acceptedAt) }) };
  if (phase === "waiting")
    return { state: "waiting", label: t("room.wait.state", { time: at(view.queue?.enqueuedAt) }) };
  if (phase === "async")
    return { state: "withSupport", label: t("room.async.since", { time: at(view.createdAt) }) };
  return { state: "locked", label: t("room.closed.title") };
}

/** When it becomes one's turn, and when something is said while one looks elsewhere. */
function useCallsAttention(view: Conversation, t: RoomText, name: string): void {
  const before = useRef(view.state);
  useEffect(() => {
    if (before.current !== "active" && view.state === "active") {
      chime();
      announce(t("room.active.with", { name, time: "" }));
    }
    before.current = view.state;
  }, [view.state, t, name]);
}

/** Keeps the newest in sight, unless somebody has scrolled up to read; what one sends oneself always. */
function ScrollDown({ on, own, atStart }: { on: string; own: number; atStart: boolean }) {
  const end = useRef<HTMLDivElement>(null);
  const first = useRef(true);
  useEffect(() => {
    const box = end.current?.getBoundingClientRect();
    const near = box !== undefined && box.top < window.innerHeight + 400;
    if (first.current ? atStart && matchMedia("(max-width: 640px)").matches : near) showEnd(end.current);
    first.current = false;
  }, [on, atStart]);
  useEffect(() => {
    if (own > 0) showEnd(end.current);
  }, [own]);
  return <div ref={end} className="rend" />;
}

/** With the field below it at the lower edge of the screen. */
function showEnd(end: HTMLElement | null): void {
  const phone = matchMedia("(max-width: 640px)").matches;
  (phone ? end : end?.closest(".branch"))?.scrollIntoView({ block: "end" });
}
