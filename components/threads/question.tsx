import { CommentList } from "@/components/comments/comment-list";
import { Avatar } from "@/components/ui/avatar";
import { Check } from "@/components/ui/icons";
import { Markdown } from "@/components/ui/markdown";
import { HelpfulButton } from "@/components/votes/helpful-button";
import { href, type Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import type { ThreadView } from "@/lib/threads/thread-view";
import { PostHead } from "./post-head";
import { PostMenu } from "./post-menu";
import { Source, StatusNote } from "./post-notes";
import { FollowButton, MeTooButton, ShareButton } from "./thread-actions";

export const postWords = {
  question: ["threads.asks", "threads.questionBy"],
  discussion: ["threads.opens", "threads.discussionBy"],
  announcement: ["threads.announces", "threads.announcementBy"],
} as const;

/** The first knot of the spine. */
export function Question({ locale, thread, staff }: { locale: Locale; thread: ThreadView; staff: boolean }) {
  const t = translator(locale);
  const [verb, label] = postWords[thread.kind];
  const closed = thread.locked || thread.closed !== null;
  return (
    <li>
      <div className={thread.author.staff ? "nm sq" : "nm"}>
        <Avatar {...pictureOf(thread.author)} />
      </div>
      <article className="post" id="question" aria-label={t(label, { name: thread.author.displayName })}>
        <PostHead locale={locale} author={thread.author} category={thread.category} at={thread.createdAt} editedAt={thread.editedAt} verb={t(verb)} />
        <StatusNote locale={locale} status={thread.status} reason={thread.statusReason} />
        <Markdown html={thread.bodyHtml} lang={thread.locale === locale ? undefined : thread.locale} />
        <Facts locale={locale} facts={thread.facts} />
        {thread.tried.length > 0 && (
          <ul className="tried">
            <li className="l">{t("threads.triedLabel")}</li>
            {thread.tried.map((step) => (
              <li key={step}>
                <Check size={16} />
                {step}
              </li>
            ))}
          </ul>
        )}
        <Source locale={locale} attribution={thread.attribution} />
        <div className="acts">
          {thread.kind === "question" ? <MeTooButton count={thread.meTooCount} /> : <HelpfulButton kind="threads" id={thread.id} score={thread.score} />}
          <FollowButton />
          <ShareButton title={thread.title} />
          <PostMenu post={{ kind: "threads", id: thread.id, anchor: "question", locked: thread.locked, pinned: thread.pinned, closed: thread.closed !== null }} />
        </div>
        <CommentList locale={locale} on="threads" id={thread.id} comments={thread.comments} closed={closed && !staff} staff={staff} />
      </article>
    </li>
  );
}

export function Facts({ locale, facts }: { locale: Locale; facts: ThreadView["facts"] }) {
  if (facts.length === 0) return null;
  return (
    <dl className="facts" aria-label={translator(locale)("threads.facts")}>
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className={/code/i.test(label) ? "mono" : undefined}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export function pictureOf({ id, displayName, staff, avatarFileId }: ThreadView["author"]) {
  return { id, name: displayName, staff, url: avatarFileId ? `/files/${avatarFileId}` : null };
}

export function threadHref(locale: Locale, { id, slug }: { id: number; slug: string }): string {
  return href(locale, `/t/${id}/${slug}`);
}
