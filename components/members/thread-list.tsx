import { rowState } from "@/components/threads/row-state";
import { StateIcon } from "@/components/ui/state";
import { Time } from "@/components/ui/time";
import { formatNumber } from "@/lib/platform/i18n/format";
import { href, type Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import type { ThreadKind, ThreadState } from "@/lib/threads/thread-view";

export type ListedThread = {
  id: number;
  slug: string;
  title: string;
  kind: ThreadKind;
  state: ThreadState;
  status?: string;
  statusReason?: string | null;
  answerCount: number;
  liveSince?: Date | null;
  createdAt: Date;
};

type ThreadListProps = {
  locale: Locale;
  threads: ListedThread[];
  /** One below the heading above the list. */
  heading?: "h2" | "h3";
};

/** Somebody's threads: no author, since that is known. */
export function ThreadList({ locale, threads, heading: Heading = "h3" }: ThreadListProps) {
  const t = translator(locale);
  return (
    <ul className="tlist">
      {threads.map((thread) => {
        const state = rowState(thread);
        return (
          <li key={thread.id}>
            <article className="trow">
              <StateIcon state={state} label={t(`state.${state}`)} />
              <div>
                <Heading className="th">
                  <a href={href(locale, `/t/${thread.id}/${thread.slug}`)}>{thread.title}</a>
                </Heading>
                <p className="meta">
                  <span>{t(`state.${state}`)}</span>
                  <Time at={thread.createdAt} locale={locale} format="date" />
                  {thread.status === "hidden" && thread.statusReason && <span>{thread.statusReason}</span>}
                </p>
              </div>
              <div className="tnum">
                <span>
                  <b>{formatNumber(locale, thread.answerCount)}</b> {t("profile.answers", { count: thread.answerCount })}
                </span>
              </div>
            </article>
          </li>
        );
      })}
    </ul>
  );
}
