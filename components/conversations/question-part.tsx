import { Avatar } from "@/components/ui/avatar";
import { Markdown } from "@/components/ui/markdown";
import { formatDate } from "@/lib/platform/i18n/format";
import { href, type Locale } from "@/lib/platform/i18n/locale";
import type { Conversation } from "./chat-api";
import { fileUrl } from "./message-list";
import type { RoomText } from "./room-texts";

/** The public question that the branch leaves from. */
export function QuestionPart({ locale, t, view }: { locale: Locale; t: RoomText; view: Conversation }) {
  const { asker, packet, thread } = view;
  return (
    <li className="rquestion">
      <div className="nm">
        <Avatar id={asker.id} name={asker.displayName} url={fileUrl(asker.avatarFileId)} />
      </div>
      <article className="post" lang={thread.locale}>
        <div className="ph" lang={locale}>
          <b className="who">{t("room.you")}</b>
          <span className="role">{t("room.asked")}</span>
          {packet.thread && (
            <time dateTime={packet.thread.askedAt}>
              {formatDate(locale, new Date(packet.thread.askedAt))}
            </time>
          )}
        </div>
        {packet.thread && <Markdown html={packet.thread.bodyHtml} />}
        <p className="small mut2 mt-2" lang={locale}>
          <a className="lk" href={href(locale, `/t/${thread.id}/${thread.slug}`)}>
            {t("room.backToQuestion")}
          </a>
          {packet.answerCount > 0 && (
            <span>, {t("room.answersMeanwhile", { count: packet.answerCount })}</span>
          )}
        </p>
      </article>
    </li>
  );
}
