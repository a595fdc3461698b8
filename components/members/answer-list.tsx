import { StateBadge } from "@/components/ui/state";
import { Time } from "@/components/ui/time";
import type { AnswerOf } from "@/lib/answers/list-answers-of";
import { href, type Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";

/** Somebody's answers, each with the beginning of what it says. */
export function AnswerList({ locale, answers }: { locale: Locale; answers: AnswerOf[] }) {
  const t = translator(locale);
  return (
    <ul className="tlist">
      {answers.map(({ id, excerpt, accepted, createdAt, thread }) => (
        <li key={id} className="trow profans">
          <h3>
            <a href={href(locale, `/t/${thread.id}/${thread.slug}#answer-${id}`)}>{thread.title}</a>
          </h3>
          <p className="mut2">{excerpt}</p>
          <p className="row small mut mt-1">
            {accepted && <StateBadge state="accepted" label={t("state.accepted")} />}
            <Time at={createdAt} locale={locale} format="date" />
          </p>
        </li>
      ))}
    </ul>
  );
}
