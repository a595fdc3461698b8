import { Avatar } from "@/components/ui/avatar";
import { Clock, Pause } from "@/components/ui/icons";
import type { InboxRow as Row } from "@/lib/conversations/conversation-view";
import { formatDuration, formatStopwatch } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/locale";
import type { ConsoleText } from "./console-texts";
import type { Jsoned } from "./jsoned";
import { fileUrl } from "./message-list";

/** The promise to a customer who waits for a reply: look soon, look now. */
const WARN_SECONDS = 120;
const LATE_SECONDS = 300;

type InboxRowProps = {
  locale: Locale;
  t: ConsoleText;
  row: Jsoned<Row>;
  now: number;
  current: boolean;
  onSelect: () => void;
};

export function InboxRow({ locale, t, row, now, current, onSelect }: InboxRowProps) {
  const { asker, last, unread } = row;
  return (
    <button type="button" className="cv" aria-current={current ? "true" : undefined} onClick={onSelect}>
      <Avatar id={asker.id} name={asker.displayName} url={fileUrl(asker.avatarFileId)} />
      <span className="nm">{asker.displayName}</span>
      <Waits locale={locale} t={t} row={row} now={now} />
      <span className="ls">
        {last ? (last.mine ? t("console.mine", { text: last.text }) : last.text) : row.thread.title}
      </span>
      {unread > 0 ? (
        <span className="un">
          <span aria-hidden="true">{unread}</span>
          <span className="vh">{t("console.unread", { count: unread })}</span>
        </span>
      ) : (
        <span />
      )}
    </button>
  );
}

function Waits({ locale, t, row, now }: Pick<InboxRowProps, "locale" | "t" | "row" | "now">) {
  const seconds = (since: string) => Math.max(0, (now - Date.parse(since)) / 1000);
  if (row.waitingSince) {
    const waited = seconds(row.waitingSince);
    const level = waited >= LATE_SECONDS ? " late" : waited >= WARN_SECONDS ? " warn" : "";
    return (
      <span className={`ti tw${level}`} title={t("console.waits", { time: formatStopwatch(waited) })}>
        <Clock size={14} />
        {waited < 3600 ? formatStopwatch(waited) : formatDuration(locale, waited, "short")}
      </span>
    );
  }
  if (row.paused && row.last) {
    const time = formatDuration(locale, Math.max(60, seconds(row.last.at)), "short");
    return (
      <span className="ti tw" title={t("console.paused", { time })}>
        <Pause size={14} />
        {time}
      </span>
    );
  }
  return <span className="ti">{row.last && seconds(row.last.at) < 60 ? t("console.now") : ""}</span>;
}
