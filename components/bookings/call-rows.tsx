import type { ConsoleText } from "@/components/conversations/console-texts";
import { Phone } from "@/components/ui/icons";
import type { Locale } from "@/lib/platform/i18n/locale";
import type { Call } from "./booking-api";
import { callTime } from "./call-time";

type CallRowsProps = {
  locale: Locale;
  t: ConsoleText;
  calls: Call[];
  now: number;
  selected: number | null;
  onSelect: (conversationId: number) => void;
};

/** Whom to call today, in the agent's list. */
export function CallRows({ locale, t, calls, now, selected, onSelect }: CallRowsProps) {
  if (calls.length === 0) return null;
  return (
    <>
      <h3 className="sech">{t("calls.title")}</h3>
      {calls.map(({ conversationId, startsAt, thread, asker, phone }) => (
        <button
          key={conversationId}
          type="button"
          className="qe"
          aria-current={conversationId === selected || undefined}
          onClick={() => onSelect(conversationId)}
        >
          <span className="p">
            <Phone size={16} />
          </span>
          <span className="t">{thread.title}</span>
          <span className={Date.parse(startsAt) < now ? "w-late" : "mut"}>{callTime(locale, startsAt, now)}</span>
          <small>
            {asker.displayName} · {phone}
          </small>
        </button>
      ))}
    </>
  );
}
