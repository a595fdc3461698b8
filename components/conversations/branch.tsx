"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { NewAnswers } from "@/components/queue/new-answers";
import { WaitPanel } from "@/components/queue/wait-panel";
import { Lock } from "@/components/ui/icons";
import { StateBadge, type StateName } from "@/components/ui/state";
import { useLive } from "@/components/ui/use-live";
import { formatDate } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/locale";
import { AsyncPanel } from "./async-panel";
import { type Conversation, reportRepeat } from "./chat-api";
import { ClosedPanel } from "./closed-panel";
import { firstName } from "./first-name";
import { LineNote } from "./line-note";
import type { ChatMessage } from "./message-log";
import { MessageList } from "./message-list";
import { RoomComposer } from "./room-composer";
import type { RoomText } from "./room-texts";
import type { ConversationLine } from "./use-conversation";

type BranchProps = {
  locale: Locale;
  t: RoomText;
  me: number;
  company: string;
  room: ConversationLine;
  text: string;
  onText: (text: string) => void;
  children?: ReactNode;
};

/** What only those in it see: in the asker's room, and where it leaves the public thread. */
export function Branch({ locale, t, me, company, room, text, onText, children }: BranchProps) {
  const { view, messages, pending } = room;
  const live = useLive();
  const phase = phaseOf(view);
  const section = useKeptFocus(`${phase}/${view.choice}`);
  const asks = view.side === "asker";
  const other = asks ? view.agent : view.asker;
  const name = other ? firstName(other.displayName) : t("room.colleague");
  const asked = asks && phase === "active" && pending.length === 0 ? questionIn(messages) : undefined;
  const sayAgain = ({ seq }: ChatMessage) => {
    room.send(t("room.message.alreadyText"));
    reportRepeat(view.id, seq).catch(() => undefined);
  };
  const changed = () => void room.refresh().catch(() => undefined);
  const sendUnsent = () => {
    room.send(text);
    onText("");
    changed();
  };
  return (
    <section ref={section} tabIndex={-1} className="branch" data-phase={phase} aria-label={t("room.label", { company })} inert={!live}>
      <div className="bh">
        <StateBadge {...badgeOf(locale, t, view, name)} />
        <span className="priv">
          <Lock size={16} />
          {t("room.private", { company })}
        </span>
      </div>
      {asks && phase === "waiting" && <WaitPanel locale={locale} t={t} view={view} onChanged={changed} />}
      {asks && phase === "async" && <AsyncPanel locale={locale} t={t} view={view} onChanged={changed} />}
      {asks && phase === "waiting" && <NewAnswers locale={locale} t={t} view={view} onChanged={changed} />}
      {asks && phase === "closed" && (
        <ClosedPanel locale={locale} t={t} view={view} name={name} unsent={text} onSendUnsent={sendUnsent} onChanged={changed} />
      )}
      <LineNote t={t} line={room.line} />
      {(messages.length > 0 || pending.length > 0 || phase === "active") && (
        <div className="bl">
          {phase === "closed" && <h2 className="sh mb-3">{t("room.closed.transcript")}</h2>}
          <MessageList
            locale={locale}
            t={t}
            label={t("room.log")}
            guideLabel={t("room.guide")}
            me={me}
            view={view}
            messages={messages}
            pending={pending}
            typing={room.typing && phase === "active" ? name : null}
            onSendAnyway={room.sendAnyway}
            onTakeBack={(clientId) => onText([room.takeBack(clientId), text].filter(Boolean).join("\n"))}
          />
          {children}
        </div>
      )}
      {view.can.write && (
        <div className="bc">
          <RoomComposer
            t={t}
            conversationId={view.id}
            label={phase === "active" ? t("room.message.label", { name }) : t("room.message.labelWaiting")}
            text={text}
            onText={onText}
            onSend={(body) => room.send(body)}
            onAlready={asked && (() => sayAgain(asked))}
          />
        </div>
      )}
    </section>
  );
}

/** Where the button that led to a new state is gone with the old one, the keyboard goes on here and not at the top of the page. */
function useKeptFocus(state: string) {
  const section = useRef<HTMLElement>(null);
  const before = useRef(state);
  useEffect(() => {
    if (before.current !== state && document.activeElement === document.body) section.current?.focus({ preventScroll: true });
    before.current = state;
  }, [state]);
  return section;
}

/** What the company asked last, as long as nothing was said to it. */
function questionIn(messages: ChatMessage[]): ChatMessage | undefined {
  const last = messages.findLast(({ kind }) => kind === "text");
  return last?.side === "staff" && last.body.includes("?") ? last : undefined;
}

export type Phase = "waiting" | "async" | "active" | "closed";

export function phaseOf({ state }: Conversation): Phase {
  if (state === "queued" || state === "offered") return "waiting";
  if (state === "callback" || state === "message") return "async";
  return state === "active" || state === "wrap_up" ? "active" : "closed";
}

function badgeOf(locale: Locale, t: RoomText, view: Conversation, name: string): { state: StateName; label: string } {
  const at = (instant: string | null | undefined) => formatDate(locale, new Date(instant ?? view.createdAt), "time");
  const phase = phaseOf(view);
  if (phase === "active") return { state: "live", label: t("room.active.with", { name, time: at(view.acceptedAt) }) };
  if (phase === "waiting") return { state: "waiting", label: t("room.wait.state", { time: at(view.queue?.enqueuedAt) }) };
  if (phase === "async") return { state: "withSupport", label: t("room.async.since", { time: formatDate(locale, new Date(view.createdAt), "shortTime") }) };
  return { state: "locked", label: t("room.closed.title") };
}
