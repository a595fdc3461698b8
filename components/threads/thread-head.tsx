import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { CircleCheck } from "@/components/ui/icons";
import { StateBadge } from "@/components/ui/state";
import { formatDate } from "@/lib/platform/i18n/format";
import { href, type Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { site } from "@/lib/platform/site";
import type { ThreadView } from "@/lib/threads/thread-view";
import { rowState } from "./row-state";

/** Title, state and counts; on a phone also what helped, in one line. `solution` is its beginning. */
export function ThreadHead({ locale, thread, solution }: { locale: Locale; thread: ThreadView; solution: string | null }) {
  const t = translator(locale);
  const accepted = thread.answers.filter((answer) => answer.accepted);
  const official = thread.answers.some((answer) => answer.official);
  const state = rowState({ ...thread, official });
  const live = thread.liveSince && t("threads.liveSince", { time: formatDate(locale, thread.liveSince, "time") });
  const first = thread.kind === "announcement" ? { href: href(locale, "/news"), label: t("news.title") } : { href: href(locale, "/"), label: t("threads.crumb") };
  const crumbs = thread.breadcrumbs.map(({ slug, name }) => ({ href: href(locale, `/c/${slug}`), label: name[locale] }));
  return (
    <>
      <Breadcrumbs label={t("threads.path")} items={thread.kind === "announcement" ? [first] : [first, ...crumbs]} />
      <div className="thead">
        <h1 lang={thread.locale === locale ? undefined : thread.locale}>{thread.title}</h1>
        <div className="meta">
          <StateBadge state={state} label={live || t(`state.${state}`, { company: site.company })} />
          {thread.locked && <StateBadge state="locked" label={t("state.locked")} />}
          {accepted.length > 0 && <span className="hide-phone">{t("threads.solutions", { count: accepted.length })}</span>}
          {accepted.length === 0 && thread.answerCount > 0 && <span className="hide-phone">{t("common.answers", { count: thread.answerCount })}</span>}
          {thread.meTooCount > 0 && <span>{t("threads.meTooCount", { count: thread.meTooCount })}</span>}
          <span>{formatDate(locale, thread.createdAt, "date")}</span>
        </div>
        {/* Where the thread ends it is said again, but that may be pages away. */}
        {thread.lockedReason && thread.nextCursor && <p className="mut2">{t("threads.lockedBecause", { reason: thread.lockedReason })}</p>}
        {accepted[0] && solution && (
          <a className="jump" href={`#answer-${accepted[0].id}`}>
            <CircleCheck size={20} />
            <span>
              <b>{t("threads.whatHelped")}</b> {solution} <u>{t("threads.toSolution")}</u>
            </span>
          </a>
        )}
      </div>
    </>
  );
}
