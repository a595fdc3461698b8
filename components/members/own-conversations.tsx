import { Hourglass, MessagesSquare, Radio } from "@/components/ui/icons";
import { Time } from "@/components/ui/time";
import type { InboxRow } from "@/lib/conversations/conversation-view";
import { href, type Locale } from "@/lib/platform/i18n/locale";
import { type MessageKey, translator } from "@/lib/platform/i18n/translator";

/** What one asked the company, each with how it stands. */
export function OwnConversations({ locale, items }: { locale: Locale; items: InboxRow[] }) {
  const t = translator(locale);
  return (
    <ul className="tlist">
      {items.map(({ conversationId, state, thread, last, unread, createdAt }) => {
        const Icon = icons[state] ?? MessagesSquare;
        return (
          <li key={conversationId} className={unread > 0 ? "merow new" : "merow"}>
            <Icon size={20} />
            <div>
              <a href={href(locale, `/chat/${conversationId}`)}>{thread.title}</a>
              {last && <p className="mut2 line-clamp-2">{last.text}</p>}
              <p className="meta">
                <span>{t(words[state] ?? "members.conversations.closed")}</span>
                {unread > 0 && <b className="t-petrol">{t("members.conversations.unread", { count: unread })}</b>}
                <Time at={last?.at ?? createdAt} locale={locale} relative />
              </p>
            </div>
          </li>
        );
      })}
    </ul>
  );
}

const icons: Partial<Record<InboxRow["state"], typeof Radio>> = { active: Radio, queued: Hourglass, offered: Hourglass };

const words: Partial<Record<InboxRow["state"], MessageKey>> = {
  queued: "members.conversations.waiting",
  offered: "members.conversations.waiting",
  active: "members.conversations.open",
  callback: "members.conversations.callback",
  message: "members.conversations.message",
};
