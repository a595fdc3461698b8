import { MemberName } from "@/components/members/member-name";
import { StatusNote, Source } from "@/components/threads/post-notes";
import { PostMenu } from "@/components/threads/post-menu";
import { Time } from "@/components/ui/time";
import { href, type Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import type { CommentView } from "@/lib/threads/thread-view";
import { CommentPlace } from "./comment-place";

/** The rest is a click away, on the same page. */
const shownFirst = 3;

type CommentListProps = {
  locale: Locale;
  on: "threads" | "answers";
  id: number;
  comments: CommentView[];
  /** Nobody may write here any more. */
  closed: boolean;
  staff: boolean;
};

export function CommentList({ locale, on, id, comments, closed, staff }: CommentListProps) {
  const t = translator(locale);
  const visible = comments.filter((comment) => staff || comment.status === "published");
  const rest = visible.length > shownFirst + 1 ? visible.slice(shownFirst) : [];
  const first = visible.slice(0, visible.length - rest.length);
  return (
    <div className="comments" role="group" aria-label={t("comments.label")}>
      {first.map((comment) => (
        <Comment key={comment.id} locale={locale} comment={comment} />
      ))}
      {rest.length > 0 && (
        <details className="restc">
          <summary className="add">{t("comments.more", { count: rest.length })}</summary>
          {rest.map((comment) => (
            <Comment key={comment.id} locale={locale} comment={comment} />
          ))}
        </details>
      )}
      {!closed && <CommentPlace on={on} id={id} href={href(locale, `/comment/${on}/${id}`)} label={t(on === "threads" ? "comments.ask" : "comments.add")} />}
    </div>
  );
}

function Comment({ locale, comment }: { locale: Locale; comment: CommentView }) {
  const anchor = `comment-${comment.id}`;
  return (
    <div className="cmt" id={anchor}>
      <StatusNote locale={locale} status={comment.status} />
      <MemberName locale={locale} member={comment.author} />{" "}
      <div className="cbody" dangerouslySetInnerHTML={{ __html: comment.bodyHtml }} />{" "}
      <Time at={comment.createdAt} locale={locale} format="shortTime" />
      <PostMenu small post={{ kind: "comments", id: comment.id, anchor }} />
      <Source locale={locale} attribution={comment.attribution} />
    </div>
  );
}
