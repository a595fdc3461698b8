import { BadgeCheck, CircleSlash, Hourglass } from "@/components/ui/icons";
import { href, type Locale } from "@/lib/platform/i18n/locale";
import type { Conversation } from "./chat-api";
import type { ConsoleText } from "./console-texts";
import { firstName } from "./first-name";

const icons = { awaiting_consent: Hourglass, published: BadgeCheck, declined: CircleSlash };
const keys = {
  awaiting_consent: "publish.waiting",
  published: "publish.published",
  declined: "publish.declined",
} as const;

/** How far the way back to the public thread has come. */
export function PublicationState({
  locale,
  t,
  view,
}: {
  locale: Locale;
  t: ConsoleText;
  view: Conversation;
}) {
  const { publication, thread } = view;
  if (!publication) return null;
  const Icon = icons[publication.state];
  return (
    <p className="rline" role="status">
      <Icon size={16} />
      {t(keys[publication.state], { name: firstName(view.asker.displayName) })}
      {publication.answerId !== null && (
        <a
          className="lk"
          href={`${href(locale, `/t/${thread.id}/${thread.slug}`)}#answer-${publication.answerId}`}
        >
          {t("publish.see")}
        </a>
      )}
    </p>
  );
}
