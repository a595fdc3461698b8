import type { ConsoleText } from "@/components/conversations/console-texts";
import type { Queue } from "@/components/conversations/chat-api";
import { formatStopwatch } from "@/lib/platform/i18n/format";

export type QueueItem = Queue["items"][number];

export const waitedSeconds = (item: QueueItem, now: number) =>
  Math.max(0, (now - Date.parse(item.enqueuedAt)) / 1000);

/** Five minutes are long, ten break the promise. */
export function waitLevel(seconds: number): string | undefined {
  return seconds >= 600 ? "w-late" : seconds >= 300 ? "w-warn" : undefined;
}

export function whyFirst(t: ConsoleText, item: QueueItem): string {
  if (item.offeredTo) return t("console.offeredTo", { name: item.offeredTo.displayName });
  if (item.handedOverBy) return t("console.handedOver", { name: item.handedOverBy });
  if (item.priority >= 2) return t("console.returned");
  if (item.meTooCount > 0) return t("console.meToo", { count: item.meTooCount });
  return item.priority === 1 ? t("console.unanswered") : item.asker.displayName;
}

type QueueRowsProps = {
  t: ConsoleText;
  items: QueueItem[];
  now: number;
  selected: number | null;
  onSelect: (conversationId: number) => void;
};

/** The waiting line as it stands at the side of the console. */
export function QueueRows({ t, items, now, selected, onSelect }: QueueRowsProps) {
  return items.map((item) => (
    <button
      key={item.id}
      type="button"
      className="qe"
      aria-current={item.conversationId === selected || undefined}
      onClick={() => onSelect(item.conversationId)}
    >
      <span className="p">{item.position}</span>
      <span className="t">{item.thread.title}</span>
      <span className={waitLevel(waitedSeconds(item, now))}>{formatStopwatch(waitedSeconds(item, now))}</span>
      <small>{whyFirst(t, item)}</small>
    </button>
  ));
}
