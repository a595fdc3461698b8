import { useCallback, useEffect, useRef, useState } from "react";
import type { QueuePlace } from "@/lib/queue/queue-view";
import type { OutboxEntry } from "./chat-outbox";
import { type Conversation, getConversation, listMessages, markRead, sayWatching } from "./chat-api";
import type { Jsoned } from "./jsoned";
import type { StreamEvent, StreamState } from "./live-stream";
import { type ChatMessage, mergeMessages } from "./message-log";
import { sharedOutbox, sharedStream } from "./shared-lines";
import { useTyping } from "./use-typing";

export type Snapshot = { view: Conversation; messages: ChatMessage[] };

const LOOK_MS = 5_000;
const refreshing = new Set([
  "conversation.accepted",
  "conversation.changed",
  "conversation.closed",
  "transfer.ended",
  "publication.asked",
  "publication.decided",
]);

/**
 * One conversation, kept up to date: snapshot first, then events; whatever was missed is asked for again from
 * the last number that is known to be complete.
 */
export function useConversation(initial: Snapshot, me: number) {
  const [view, setView] = useState(initial.view);
  const [messages, setMessages] = useState(initial.messages);
  const [pending, setPending] = useState<OutboxEntry[]>([]);
  const [line, setLine] = useState<StreamState>("connecting");
  const complete = useRef(initial.messages.at(-1)?.seq ?? 0);
  const id = initial.view.id;
  const known = useRef(new Set<number | null>());
  useEffect(() => {
    known.current = new Set([me, view.asker.id, view.agent?.id ?? null, ...view.writers.map((writer) => writer.id)]);
  }, [me, view]);
  const { typing, stopTyping } = useTyping(id, me, initial.view.cursor);

  const add = useCallback(
    (incoming: ChatMessage[]) => setMessages((log) => mergeMessages(log, incoming)),
    [],
  );

  const refresh = useCallback(async () => {
    const [next] = await Promise.all([getConversation(id), readOn(id, complete, add)]);
    setView(next);
    return next;
  }, [id, add]);

  useEffect(() => {
    const stream = sharedStream(initial.view.cursor);
    const outbox = sharedOutbox(me);
    const quietly = () => void refresh().catch(() => undefined);
    const hear = ({ type, data }: StreamEvent) => {
      if (data.conversationId !== id) return;
      if (type === "message.posted") {
        const message = data.message as ChatMessage;
        if (message.authorId !== me) stopTyping();
        add([message]);
        // The system speaks when something has changed, a note may ask or answer, who writes for the first time has no name yet.
        if (message.kind === "system" || message.visibility === "staff" || !known.current.has(message.authorId)) quietly();
        if (message.side === "staff" && message.visibility === "all") {
          setView((now) => (now.firstReplyAt ? now : { ...now, firstReplyAt: message.createdAt }));
        }
      } else if (type === "message.read")
        setView((now) => readBy(now, Number(data.memberId), Number(data.seq)));
      else if (type === "queue.changed")
        setView((now) => movedTo(now, data as unknown as Partial<Jsoned<QueuePlace>>));
      else if (refreshing.has(type)) quietly();
    };
    const showPending = () => setPending(outbox.entries().filter((entry) => entry.conversationId === id));
    // The line may be older than this snapshot, or not open yet: what lies between must be asked for.
    let level = stream.position !== null && stream.position === initial.view.cursor;
    const showLine = () => {
      setLine(stream.state);
      if (level || stream.state !== "live") return;
      level = true;
      if ((stream.position ?? 0) > initial.view.cursor) quietly();
    };
    const stops = [
      stream.hear(hear),
      stream.onReset(quietly),
      stream.onState(showLine),
      outbox.onChange(showPending),
      outbox.onSent((message) => message.conversationId === id && add([message])),
    ];
    showPending();
    showLine();
    // A long conversation comes in pages; the page brought the first.
    if (complete.current < initial.view.lastSeq) void readOn(id, complete, add).catch(() => undefined);
    return () => {
      for (const stop of stops) stop();
    };
  }, [id, me, initial.view.cursor, initial.view.lastSeq, add, refresh, stopTyping]);

  // Held back because something was missed: it is shown, whatever became of the line.
  const held = pending.some(({ state }) => state === "held");
  useEffect(() => {
    if (held) void refresh().catch(() => undefined);
  }, [held, refresh]);

  useReadMark(view, messages, me);

  // Only the asker and the owner have it in their logs; a colleague who looks on asks from time to time.
  const looksOn = view.side === "staff" && view.agent?.id !== me && view.closedAt === null;
  useEffect(() => {
    if (!looksOn) return;
    const timer = setInterval(
      () => {
        if (document.visibilityState !== "visible") return;
        void refresh().catch(() => undefined);
        void sayWatching(id).catch(() => undefined);
      },
      LOOK_MS,
    );
    return () => clearInterval(timer);
  }, [looksOn, refresh, id]);

  const lastSeq = messages.at(-1)?.seq ?? 0;
  return {
    view,
    messages,
    typing,
    line,
    refresh,
    pending: pending.filter(({ clientId }) => !messages.some((message) => message.clientId === clientId)),
    send: (body: string, visibility: "all" | "staff" = "all", holdMs = 0) =>
      sharedOutbox(me).add({ conversationId: id, body, visibility, baseSeq: lastSeq }, holdMs),
    sendNow: () => sharedOutbox(me).sendNow(id),
    sendAnyway: (clientId: string) => sharedOutbox(me).sendAnyway(clientId, lastSeq),
    takeBack: (clientId: string) => sharedOutbox(me).takeBack(clientId),
  };
}

export type ConversationLine = ReturnType<typeof useConversation>;

async function readOn(
  id: number,
  complete: { current: number },
  add: (messages: ChatMessage[]) => void,
): Promise<void> {
  for (;;) {
    const list = await listMessages(id, complete.current);
    add(list.items);
    const last = list.items.at(-1)?.seq;
    if (last !== undefined) complete.current = Math.max(complete.current, last);
    if (last === undefined || !list.nextCursor) return;
  }
}

function readBy(view: Conversation, memberId: number, seq: number): Conversation {
  const side = memberId === view.asker.id ? "asker" : "agent";
  return { ...view, read: { ...view.read, [side]: Math.max(view.read[side], seq) } };
}

function movedTo(view: Conversation, place: Partial<Jsoned<QueuePlace>>): Conversation {
  return view.queue ? { ...view, queue: { ...view.queue, ...place } } : view;
}

/** Says what has been seen, while somebody is really looking. */
function useReadMark(view: Conversation, messages: ChatMessage[], me: number): void {
  const said = useRef(view.side === "asker" ? view.read.asker : view.read.agent);
  const last = messages.findLast((message) => message.authorId !== me)?.seq ?? 0;
  const counts = view.side === "asker" || view.agent?.id === me;
  useEffect(() => {
    if (!counts || last <= said.current) return;
    const say = () => {
      if (document.visibilityState !== "visible" || last <= said.current) return;
      said.current = last;
      markRead(view.id, last).catch(() => (said.current = 0));
    };
    say();
    document.addEventListener("visibilitychange", say);
    return () => document.removeEventListener("visibilitychange", say);
  }, [last, counts, view.id]);
}
