import { CommentButton } from "@/components/comments/comment-button";
import { CommentList } from "@/components/comments/comment-list";
import { PostHead } from "@/components/threads/post-head";
import { PostMenu } from "@/components/threads/post-menu";
import { Source, StatusNote } from "@/components/threads/post-notes";
import { pictureOf } from "@/components/threads/question";
import { Avatar } from "@/components/ui/avatar";
import { Check, CircleSlash, Radio } from "@/components/ui/icons";
import { Markdown } from "@/components/ui/markdown";
import { StateBadge } from "@/components/ui/state";
import { formatDate } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { site } from "@/lib/platform/site";
import type { AnswerView, ThreadView } from "@/lib/threads/thread-view";
import { AnswerActs } from "./answer-acts";

type AnswerProps = { locale: Locale; thread: ThreadView; answer: AnswerView; staff: boolean };

/** A knot on the spine; only a solution and the company's word stand in a box. */
export function Answer({ locale, thread, answer, staff }: AnswerProps) {
  const t = translator(locale);
  const { accepted, official, author } = answer;
  const closed = thread.locked || thread.closed !== null;
  const box = accepted ? "post box acc" : official ? "post box off" : "post";
  const label = accepted
    ? t("answers.solutionBy", { name: author.displayName })
    : official
      ? t("answers.officialBy", { company: site.company })
      : t("answers.by", { name: author.displayName });
  const badge = accepted ? (
    <StateBadge state="accepted" label={t("state.accepted")} />
  ) : official ? (
    <StateBadge state="official" label={t("state.official", { company: site.company })} />
  ) : undefined;
  return (
    <li>
      <div className={author.staff ? "nm sq" : "nm"}>
        <Avatar {...pictureOf(author)} />
        {accepted && (
          <span className="ok">
            <Check size={14} />
          </span>
        )}
      </div>
      <article className={box} id={`answer-${answer.id}`} data-answer={answer.id} aria-label={label}>
        <PostHead
          locale={locale}
          author={author}
          category={thread.category}
          at={answer.createdAt}
          editedAt={answer.editedAt}
          format={badge ? "shortTime" : "dateTime"}
          end={badge}
        />
        <StatusNote locale={locale} status={answer.status} reason={answer.statusReason} />
        <Markdown html={answer.bodyHtml} lang={thread.locale === locale ? undefined : thread.locale} />
        <Source locale={locale} attribution={answer.attribution} />
        {answer.fromConversation && (
          <p className="accby mt-3">
            <Radio size={16} />
            <span>{t("answers.fromChat")}</span>
          </p>
        )}
        {accepted && <AcceptedBy locale={locale} accepted={accepted} score={answer.score} />}
        {answer.rejectedAt && (
          <p className="accby mt-4">
            <CircleSlash size={16} />
            <span>{t("answers.rejected", { date: formatDate(locale, answer.rejectedAt, "date") })}</span>
          </p>
        )}
        <div className={accepted ? "acts near" : "acts"}>
          <AnswerActs id={answer.id} score={answer.score} accepted={accepted !== null} rejected={answer.rejectedAt !== null} />
          {!(closed && !staff) && <CommentButton answerId={answer.id} />}
          <PostMenu post={{ kind: "answers", id: answer.id, anchor: `answer-${answer.id}` }} />
        </div>
        <CommentList locale={locale} on="answers" id={answer.id} comments={answer.comments} closed={closed && !staff} staff={staff} />
      </article>
    </li>
  );
}

function AcceptedBy({ locale, accepted, score }: { locale: Locale; accepted: NonNullable<AnswerView["accepted"]>; score: number }) {
  const t = translator(locale);
  const date = formatDate(locale, accepted.at, "date");
  return (
    <p className="accby mt-4">
      <Check size={16} />
      <span>
        {accepted.by ? t("answers.acceptedBy", { name: accepted.by.displayName, date }) : t("answers.acceptedOn", { date })}{" "}
        {t("answers.helped", { count: Math.max(0, score) })}
      </span>
    </p>
  );
}
