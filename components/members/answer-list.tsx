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
        <li key={id} className="py-4">
          <p className="th">
            <a className="lk" href={href(locale, `/t/${thread.id}/${thread.slug}#answer-${id}`)}>
              {t("profile.answerTo", { title: thread.title })}
            </a>
          </p>
          <p className="mut2">{excerpt}</p>
          <p className="meta">
            {accepted && <StateBadge state="accepted" label={t("state.accepted")} />}
            <Time at={createdAt} locale={locale} format="date" />
          </p>
        </li>
      ))}
    </ul>
  );
}
