import { useSyncExternalStore } from "react";
import {
  type Inbox,
  listInbox,
  listOffers,
  listQueue,
  type Offer,
  type PresenceNow,
  type Queue,
} from "@/components/conversations/chat-api";
import { sharedStream } from "@/components/conversations/shared-lines";

/** What an agent has to do, shared by the rail, the console and the queue: always asked for anew, never pieced together. */
export type Work = {
  inbox: Inbox | null;
  queue: Queue | null;
  offers: Offer[];
  presence: PresenceNow | null;
};
type Part = "inbox" | "queue" | "offers";

const GATHER_MS = 120;
/** A stream follows eight topics at most; of the departments beyond these the line is asked for again. */
const MOST_FOLLOWED = 5;
const QUEUE_AGAIN_MS = 5_000;
let work: Work = { inbox: null, queue: null, offers: [], presence: null };
const listeners = new Set<() => void>();
const due = new Set<Part>();
let timer: ReturnType<typeof setTimeout> | undefined;
let started = false;

/** `first` is what the page brought along; it fills what is not known yet. */
export function useWork(first?: Partial<Work>): Work {
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => work,
    () => nothing,
  );
  return {
    inbox: shown.inbox ?? first?.inbox ?? null,
    queue: shown.queue ?? first?.queue ?? null,
    offers: shown.inbox ? shown.offers : (first?.offers ?? shown.offers),
    presence: shown.presence ?? first?.presence ?? null,
  };
}

const nothing: Work = work;

export function setWork(change: Partial<Work>): void {
  work = { ...work, ...change };
  for (const listener of listeners) listener();
}

/** Asks again, once for everything that happens in one moment. */
export function refreshWork(...parts: Part[]): void {
  for (const part of parts.length > 0 ? parts : (["inbox", "queue", "offers"] as const)) due.add(part);
  timer ??= setTimeout(() => {
    timer = undefined;
    const asked = new Set(due);
    due.clear();
    void load(asked);
  }, GATHER_MS);
}

/** Follows the agent's own log and the departments whose lines they see, their own first. */
export function startWork(departments: number[]): void {
  if (started) return;
  started = true;
  const stream = sharedStream(null);
  for (const id of departments.slice(0, MOST_FOLLOWED)) stream.follow(`department:${id}`);
  stream.hear(({ type }) => {
    if (type === "offer.opened" || type === "offer.closed") refreshWork("offers", "queue", "inbox");
    else if (type === "message.posted" || type === "message.read") refreshWork("inbox");
    else if (type === "queue.changed" || type === "availability.changed") refreshWork("queue", "inbox");
    else if (type.startsWith("conversation.") || type === "transfer.ended" || type.startsWith("publication.")) refreshWork();
  });
  stream.onReset(() => refreshWork());
  stream.onState(() => stream.state === "live" && refreshWork());
  if (departments.length > MOST_FOLLOWED) setInterval(() => document.visibilityState === "visible" && refreshWork("queue"), QUEUE_AGAIN_MS);
  refreshWork();
}

async function load(parts: Set<Part>): Promise<void> {
  const quietly = <T>(asked: Promise<T>) => asked.catch(() => null);
  const [inbox, queue, offers] = await Promise.all([
    parts.has("inbox") ? quietly(listInbox()) : null,
    parts.has("queue") ? quietly(listQueue()) : null,
    parts.has("offers") ? quietly(listOffers()) : null,
  ]);
  setWork({ ...(inbox && { inbox }), ...(queue && { queue }), ...(offers && { offers: offers.items }) });
}
