import { ChevronRight } from "@/components/ui/icons";
import { Markdown } from "@/components/ui/markdown";
import { formatDate } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/locale";
import type { Conversation } from "./chat-api";
import type { ConsoleText } from "./console-texts";

/** What everybody can read anyway, folded away above the conversation. */
export function PublicPart({ locale, t, view }: { locale: Locale; t: ConsoleText; view: Conversation }) {
  const { thread, answers = [], answerCount = 0, commentCount = 0 } = view.packet;
  if (!thread) return null;
  const days = [thread.askedAt, ...answers.map(({ at }) => at)].sort();
  const first = formatDate(locale, new Date(days[0] ?? thread.askedAt), "short");
  const last = formatDate(locale, new Date(days.at(-1) ?? thread.askedAt), "short");
  return (
    <details className="pubd">
      <summary className="pubp">
        <ChevronRight size={16} />
        <b>{t("console.publicPart")}</b>
        <span>{t("console.publicCounts", { answers: answerCount, comments: commentCount })}</span>
        <span className="grow" />
        <span>{first === last ? first : `${first} – ${last}`}</span>
      </summary>
      <div className="pubc" lang={view.thread.locale}>
        <Markdown html={thread.bodyHtml} />
        {answers.map((answer) => (
          <p key={answer.id}>
            <b>{answer.author}</b> {answer.text}
          </p>
        ))}
      </div>
    </details>
  );
}
