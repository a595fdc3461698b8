import { AtSign, CornerUpRight, Eye } from "@/components/ui/icons";
import { formatDate, formatList } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/locale";
import { type Conversation, withdrawTransfer } from "./chat-api";
import type { ConsoleText } from "./console-texts";
import { HoldLine } from "./hold-line";
import { LineNote } from "./line-note";
import type { StreamState } from "./live-stream";
import { PublicationState } from "./publication-state";

type ChatLinesProps = {
  locale: Locale;
  t: ConsoleText;
  view: Conversation;
  line: StreamState;
  /** Who reads along. */
  watched: string[];
  now: number;
  act: (work: () => Promise<unknown>) => void;
};

/** What else is going on with this conversation, a line each, between its head and what was said. */
export function ChatLines({ locale, t, view, line, watched, now, act }: ChatLinesProps) {
  const { transfer } = view;
  return (
    <>
      <PublicationState locale={locale} t={t} view={view} />
      <HoldLine locale={locale} t={t} view={view} act={act} />
      <LineNote t={t} line={line} />
      {watched.length > 0 && (
        <p className="rline" role="status">
          <Eye size={16} />
          {t("console.watched", { count: watched.length, names: formatList(locale, watched) })}
        </p>
      )}
      {view.closedAt === null &&
        view.asked.map(({ name, dueAt }) => (
          <p key={`${name.en}${dueAt}`} className="rline" role="status">
            <AtSign size={16} />
            {t(Date.parse(dueAt) < now ? "console.askedLate" : "console.asked", {
              name: name[locale],
              time: formatDate(locale, new Date(dueAt), "time"),
            })}
          </p>
        ))}
      {transfer && (
        <p className="rline" role="status">
          <CornerUpRight size={16} />
          {t("transfer.waiting", { to: transfer.agent ?? transfer.skill ?? transfer.department[locale] })}
          {view.can.transfer && (
            <button type="button" className="lk" onClick={() => act(() => withdrawTransfer(view.id))}>
              {t("transfer.withdraw")}
            </button>
          )}
        </p>
      )}
    </>
  );
}
