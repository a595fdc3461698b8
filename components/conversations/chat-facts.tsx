import { Lock } from "@/components/ui/icons";
import { formatDuration, formatStopwatch } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/locale";
import type { Conversation } from "./chat-api";
import type { ConsoleText } from "./console-texts";

const REPLY_TARGET_SECONDS = 60;

/** Who it is, in which language, and how the promises stand. */
export function ChatFacts({
  locale,
  t,
  view,
  me,
  now,
}: {
  locale: Locale;
  t: ConsoleText;
  view: Conversation;
  me: number;
  now: number;
}) {
  const language = view.packet.asker?.locale ?? view.thread.locale;
  const between = (from: string, to: number) => Math.max(0, (to - Date.parse(from)) / 1000);
  const openSince = view.acceptedAt ?? view.createdAt;
  const open = between(openSince, view.closedAt ? Date.parse(view.closedAt) : now);
  return (
    <div className="sla">
      <span className="badge t-petrol">
        <Lock size={15} />
        {t("console.privateBranch")}
      </span>
      <span>
        {t("console.writes", { name: view.asker.displayName, language: t(`console.language.${language}`) })}
      </span>
      {view.agent && view.agent.id !== me && <span>{t("console.with", { name: view.agent.displayName })}</span>}
      {view.acceptedAt && (
        <span>
          {view.firstReplyAt
            ? t("console.firstReply", { time: formatDuration(locale, between(view.createdAt, Date.parse(view.firstReplyAt)), "short") })
            : view.closedAt === null && (
                <span className={between(view.createdAt, now) > REPLY_TARGET_SECONDS ? "w-late" : undefined}>
                  {t("console.noReply", { time: formatStopwatch(between(view.createdAt, now)) })}
                </span>
              )}
        </span>
      )}
      <span>
        {t(view.closedAt ? "console.took" : "console.openFor", { time: open < 3600 ? formatStopwatch(open) : formatDuration(locale, open) })}
      </span>
      {view.ratings && <span>{t("console.rated", view.ratings)}</span>}
    </div>
  );
}
