"use client";

import { Avatar } from "@/components/ui/avatar";
import { CheckCheck, Check, CircleAlert, CloudOff, StickyNote } from "@/components/ui/icons";
import type { SystemNotice } from "@/lib/conversations/system-notice";
import { formatDate } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/locale";
import type { Conversation } from "./chat-api";
import type { OutboxEntry } from "./chat-outbox";
import type { ConsoleText } from "./console-texts";
import type { ChatMessage } from "./message-log";
import { GuideCards, MessageText, SentFiles } from "./message-text";
import type { RoomText } from "./room-texts";

const CONTINUES_MS = 2 * 60_000;

type MessageListProps = {
  locale: Locale;
  t: RoomText;
  /** Only staff see notes. */
  notes?: ConsoleText;
  label: string;
  guideLabel: string;
  me: number;
  view: Conversation;
  messages: ChatMessage[];
  pending: OutboxEntry[];
  /** The name of who is writing. */
  typing: string | null;
  onSendAnyway: (clientId: string) => void;
  onTakeBack: (clientId: string) => void;
  onSendNow?: () => void;
};

/** What was said, in the order of the numbers; what is still on its way stands below. */
export function MessageList(props: MessageListProps) {
  const { t, label, view, messages, pending, typing } = props;
  const other = view.side === "asker" ? view.agent : view.asker;
  return (
    <div className="log" role="log" aria-label={label} aria-live="polite">
      {messages.map((message, index) => (
        <Message
          key={message.seq}
          {...props}
          message={message}
          before={messages[index - 1]}
          after={messages[index + 1]}
        />
      ))}
      {pending.map((entry) => (
        <Pending key={entry.clientId} {...props} entry={entry} />
      ))}
      {typing && (
        <div className="msg">
          <Avatar
            id={other?.id ?? 0}
            name={other?.displayName ?? typing}
            staff={view.side === "asker"}
            url={fileUrl(other?.avatarFileId)}
          />
          <div className="bub typ" role="img" aria-label={t("room.active.typing", { name: typing })}>
            <i />
            <i />
            <i />
          </div>
        </div>
      )}
    </div>
  );
}

type MessageProps = MessageListProps & { message: ChatMessage; before?: ChatMessage; after?: ChatMessage };

function Message(props: MessageProps) {
  const { locale, message, before, me, notes } = props;
  const at = new Date(message.createdAt);
  const newDay =
    !before || formatDate(locale, new Date(before.createdAt), "date") !== formatDate(locale, at, "date");
  const day = `${formatDate(locale, at, "weekday")}, ${formatDate(locale, at)}`;
  return (
    <>
      {newDay && (
        <p className="sys">
          <b>{day}</b>
        </p>
      )}
      {message.kind === "system" ? (
        <p className="sys">{systemText(props, formatDate(locale, at, "time"))}</p>
      ) : message.visibility === "staff" ? (
        notes && (
          <Note {...props} t={notes} mine={message.authorId === me} name={nameOf(props)} time={formatDate(locale, at, "time")} />
        )
      ) : (
        <Bubble {...props} time={formatDate(locale, at, "time")} />
      )}
    </>
  );
}

/** What reads the same on both sides; the company is told everything else in words of its own. */
const sameForAll = ["callCancelled", "withdrawn", "closed", "reopened", "forgotten"] as const satisfies readonly SystemNotice[];
type ToldApart = Exclude<SystemNotice, (typeof sameForAll)[number]>;

function systemText({ t, notes, message }: MessageProps, time: string): string {
  if (notes && !sameForAll.some((notice) => notice === message.body)) return notes(`console.system.${message.body as ToldApart}`, { time });
  return t(`chat.system.${message.body}` as Parameters<RoomText>[0]);
}

function Note({
  t,
  message,
  mine,
  name,
  time,
}: {
  t: ConsoleText;
  message: ChatMessage;
  mine: boolean;
  name: string;
  time: string;
}) {
  return (
    <div className="inote">
      <b>
        <StickyNote size={15} />
        {mine ? t("console.noteYou", { time }) : t("console.note", { time, name })}
      </b>
      {message.body}
    </div>
  );
}

function Bubble(props: MessageProps & { time: string }) {
  const { t, message, before, after, view, time, locale, guideLabel } = props;
  const own = message.side === view.side;
  const continues = belongTogether(before, message);
  const goesOn = belongTogether(message, after);
  const read = message.seq <= (view.side === "asker" ? view.read.agent : view.read.asker);
  return (
    <div className={["msg", own && "mine", continues && "cont"].filter(Boolean).join(" ")}>
      {!own && (continues ? <span /> : <Face {...props} />)}
      <MessageText body={message.body} />
      <SentFiles body={message.body} locale={locale} t={t} />
      <GuideCards body={message.body} locale={locale} label={guideLabel} />
      {(!goesOn || own) && (
        <span className="mt">
          {time}
          {own && (
            <>
              {read ? <CheckCheck size={16} /> : <Check size={16} />}
              <span>{t(read ? "room.message.read" : "room.message.sent")}</span>
            </>
          )}
        </span>
      )}
    </div>
  );
}

function Face({ view, message, t }: MessageProps) {
  if (message.side === "asker") {
    const { id, displayName, avatarFileId } = view.asker;
    return <Avatar id={id} name={displayName} url={fileUrl(avatarFileId)} />;
  }
  const writer = writerOf(view, message);
  return (
    <Avatar id={message.authorId ?? 0} name={writer?.displayName ?? t("room.support")} staff url={fileUrl(writer?.avatarFileId)} />
  );
}

/** Who wrote it for the company: the one who has it now, or anybody before. */
function writerOf({ agent, writers }: Conversation, { authorId }: ChatMessage) {
  return [agent, ...writers].find((one) => one?.id === authorId) ?? null;
}

function nameOf({ view, message, t }: MessageProps): string {
  return writerOf(view, message)?.displayName ?? t("room.support");
}

function Pending({ entry, locale, t, notes, onSendAnyway, onTakeBack, onSendNow }: MessageListProps & { entry: OutboxEntry }) {
  const waits = entry.state === "queued" && entry.holdUntil !== undefined && notes;
  const stuck = entry.state === "held" || entry.state === "rejected";
  const status = (
    <span className={entry.state === "queued" ? "mt" : "mt fail"}>
      {entry.state === "queued" && (waits ? waits("console.held") : t("room.message.sending"))}
      {entry.state === "waiting" && (
        <>
          <CloudOff size={16} />
          <span>{t("room.message.waiting")}</span>
        </>
      )}
      {stuck && (
        <>
          <CircleAlert size={16} />
          <span>{entry.reason}</span>
        </>
      )}
    </span>
  );
  const ways = (stuck || waits) && (
    <span className="mt">
      {waits && (
        <button type="button" className="lk" onClick={onSendNow}>
          {waits("console.sendNow")}
        </button>
      )}
      {entry.state === "held" && (
        <button type="button" className="lk" onClick={() => onSendAnyway(entry.clientId)}>
          {t("room.message.heldAnyway")}
        </button>
      )}
      <button type="button" className="lk" onClick={() => onTakeBack(entry.clientId)}>
        {waits ? waits("console.undo") : t("room.message.takeBack")}
      </button>
    </span>
  );
  if (entry.visibility === "staff" && notes) {
    return (
      <div className="inote">
        {entry.body}
        {status}
        {ways}
      </div>
    );
  }
  return (
    <div className="msg mine">
      <MessageText body={entry.body} />
      <SentFiles body={entry.body} locale={locale} t={t} />
      {status}
      {ways}
    </div>
  );
}

function belongTogether(first: ChatMessage | undefined, second: ChatMessage | undefined): boolean {
  if (!first || !second || first.kind !== "text" || second.kind !== "text") return false;
  if (first.authorId !== second.authorId || first.visibility !== second.visibility) return false;
  return Date.parse(second.createdAt) - Date.parse(first.createdAt) < CONTINUES_MS;
}

export function fileUrl(fileId: string | null | undefined): string | null {
  return fileId ? `/files/${fileId}` : null;
}
