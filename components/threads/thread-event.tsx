import type { ReactNode } from "react";
import type { IconType } from "@/components/ui/icon";
import { BookOpen, GitMerge, Lock, Radio } from "@/components/ui/icons";
import { formatDate } from "@/lib/platform/i18n/format";
import { href, type Locale } from "@/lib/platform/i18n/locale";
import { rich, translator } from "@/lib/platform/i18n/translator";
import { site } from "@/lib/platform/site";
import type { ThreadView } from "@/lib/threads/thread-view";

export type ThreadEventView = { key: string; at: Date | null; icon: IconType; live?: boolean; text: ReactNode };

/** What happened to a thread besides answers; each is a small knot where it happened, or at the end. */
export function eventsOf(locale: Locale, thread: ThreadView): ThreadEventView[] {
  const t = translator(locale);
  const events: ThreadEventView[] = [];
  const { article, closed, duplicateOf, liveSince } = thread;
  if (article) {
    const date = article.publishedAt ? formatDate(locale, article.publishedAt, "date") : "";
    const link = linkTo(href(locale, `/kb/${article.id}/${article.slug}`));
    events.push({ key: "article", at: article.publishedAt, icon: BookOpen, text: rich(t("threads.eventArticle", { date, title: article.title }), { a: link }) });
  }
  if (closed) {
    const date = formatDate(locale, closed.at, "date");
    const text = duplicateOf
      ? rich(t("threads.eventDuplicate", { date, title: duplicateOf.title }), { a: linkTo(href(locale, `/t/${duplicateOf.id}/${duplicateOf.slug}`)) })
      : t("threads.eventClosed", { date });
    const reason = closed.reason && !duplicateOf ? ` ${t("threads.reason", { reason: closed.reason })}` : null;
    events.push({ key: "closed", at: closed.at, icon: GitMerge, text: [text, reason] });
  }
  if (thread.locked) {
    const reason = thread.lockedReason && ` ${t("threads.reason", { reason: thread.lockedReason })}`;
    events.push({ key: "locked", at: null, icon: Lock, text: [t("threads.eventLocked"), reason] });
  }
  if (liveSince) {
    const time = formatDate(locale, liveSince, "time");
    const text = `${t("threads.liveEvent", { time, company: site.company })}. ${t("threads.liveNote")}`;
    events.push({ key: "live", at: null, icon: Radio, live: true, text: text.charAt(0).toUpperCase() + text.slice(1) });
  }
  return events;
}

export function ThreadEvent({ event: { icon: Icon, text, live } }: { event: ThreadEventView }) {
  return (
    <li className={live ? "evli live" : "evli"}>
      <span className="dot">
        <Icon size={13} />
      </span>
      <div className="ev">
        <span>{text}</span>
      </div>
    </li>
  );
}

function linkTo(target: string) {
  return function Linked(children: ReactNode) {
    return (
      <a key={target} className="lk" href={target}>
        {children}
      </a>
    );
  };
}
