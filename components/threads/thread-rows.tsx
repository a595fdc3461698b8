import { Hand, MessageCircle } from "@/components/ui/icons";
import { StateBadge, StateIcon } from "@/components/ui/state";
import { Time } from "@/components/ui/time";
import { formatDate, formatNumber } from "@/lib/platform/i18n/format";
import { href, type Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { site } from "@/lib/platform/site";
import type { ThreadRow } from "@/lib/threads/thread-view";
import { threadHref } from "./question";
import { rowState } from "./row-state";

type ThreadRowsProps = {
  locale: Locale;
  threads: ThreadRow[];
  inCategory?: string;
  /** One level below what heads the list. */
  heading?: "h2" | "h3";
};

/** Threads below each other: state, title, one line about them, two counts. */
export function ThreadRows({ locale, threads, inCategory, heading = "h2" }: ThreadRowsProps) {
  return (
    <ul className="tlist">
      {threads.map((thread) => (
        <Row key={thread.id} locale={locale} thread={thread} topic={thread.category.slug !== inCategory} heading={heading} />
      ))}
    </ul>
  );
}

type RowProps = { locale: Locale; thread: ThreadRow; topic: boolean; heading: "h2" | "h3" };

function Row({ locale, thread, topic, heading: Heading }: RowProps) {
  const t = translator(locale);
  const state = rowState(thread);
  const label = t(`state.${state}`, { company: site.company });
  const live = thread.liveSince && t("threads.liveSince", { time: formatDate(locale, thread.liveSince, "time") });
  return (
    <li className="trow">
      <StateIcon state={state} label={label} />
      <div>
        <Heading className="th">
          <a href={threadHref(locale, thread)} hrefLang={thread.locale === locale ? undefined : thread.locale}>
            {thread.title}
          </a>
        </Heading>
        <div className="meta">
          <StateBadge state={state} label={live || label} />
          {topic && <a href={href(locale, `/c/${thread.category.slug}`)}>{thread.category.name[locale]}</a>}
          <span className="hide-phone">{thread.author.displayName}</span>
          <Time at={thread.lastActivityAt} locale={locale} format="date" relative />
        </div>
      </div>
      <div className="tnum">
        <span>
          <MessageCircle size={16} />
          <b>{formatNumber(locale, thread.answerCount)}</b>
          <span className="vh">{t("threads.answerWord", { count: thread.answerCount })}</span>
        </span>
        {thread.kind !== "question" ? (
          <span className="hide-phone" />
        ) : (
          <span>
            <Hand size={16} />
            <b>{formatNumber(locale, thread.meTooCount)}</b>
            <span className="vh">{t("threads.meTooWord", { count: thread.meTooCount })}</span>
          </span>
        )}
      </div>
    </li>
  );
}
