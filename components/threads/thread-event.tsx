import type { ReactNode } from "react";
import type { IconType } from "@/components/ui/icon";
import { BookOpen, CircleCheck, GitMerge, Lock } from "@/components/ui/icons";
import { formatDate } from "@/lib/platform/i18n/format";
import { href, type Locale } from "@/lib/platform/i18n/locale";
import { rich, translator } from "@/lib/platform/i18n/translator";
import type { ThreadView } from "@/lib/threads/thread-view";
import { SeparateButton } from "./separate-button";

export type ThreadEventView = { key: string; at: Date | null; icon: IconType; text: ReactNode };

/** What happened to a thread besides answers; each is a small knot where it happened, or at the end. */
export function eventsOf(locale: Locale, thread: ThreadView): ThreadEventView[] {
  const t = translator(locale);
  const events: ThreadEventView[] = [];
  const { article, closed, duplicateOf, helped } = thread;
  for (const { id, title, mergedAt, can } of thread.merged) {
    const text = rich(t("threads.eventMerged", { date: formatDate(locale, mergedAt, "date"), title }), { a: linkTo(`#question-${id}`) });
    const undo = can.separate && <> · <SeparateButton id={id} label={t("threads.separate")} /></>;
    events.push({ key: `merged-${id}`, at: mergedAt, icon: GitMerge, text: <>{text}{undo}</> });
  }
  if (article) {
    const date = article.publishedAt ? formatDate(locale, article.publishedAt, "date") : "";
    const link = linkTo(href(locale, `/kb/${article.id}/${article.slug}`));
    events.push({ key: "article", at: article.publishedAt, icon: BookOpen, text: rich(t("threads.eventArticle", { date, title: article.title }), { a: link }) });
  }
  if (helped) {
    const date = formatDate(locale, helped.at, "date");
    const text = helped.by
      ? rich(t("threads.eventHelped", { date, title: helped.by.title }), { a: linkTo(href(locale, helped.by.url)) })
      : t("threads.eventHelpedUnseen", { date });
    events.push({ key: "helped", at: helped.at, icon: CircleCheck, text });
  }
  if (closed) {
    const date = formatDate(locale, closed.at, "date");
    const text = duplicateOf
      ? rich(t("threads.eventDuplicate", { date, title: duplicateOf.title }), { a: linkTo(href(locale, `/t/${duplicateOf.id}/${duplicateOf.slug}`)) })
      : t("threads.eventClosed", { date });
    const reason = closed.reason && !duplicateOf ? ` ${t("threads.reason", { reason: closed.reason })}` : null;
    events.push({ key: "closed", at: closed.at, icon: GitMerge, text: <>{text}{reason}</> });
  }
  if (thread.locked) {
    const reason = thread.lockedReason && ` ${t("threads.reason", { reason: thread.lockedReason })}`;
    events.push({ key: "locked", at: null, icon: Lock, text: <>{t("threads.eventLocked")}{reason}</> });
  }
  return events;
}

export function ThreadEvent({ event: { icon: Icon, text } }: { event: ThreadEventView }) {
  return (
    <li className="evli">
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
