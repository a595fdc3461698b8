import { Fragment } from "react";
import { Answer } from "@/components/answers/answer";
import { AnswerForm } from "@/components/answers/answer-form";
import { composerLabels } from "@/components/ui/composer-labels";
import type { FormAction } from "@/components/ui/form-state";
import { LogIn, PenLine } from "@/components/ui/icons";
import { LinkButton } from "@/components/ui/link-button";
import { MoreLink } from "@/components/ui/more-link";
import { formatDate } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { site } from "@/lib/platform/site";
import type { AnswerView, MergedThread, ThreadView } from "@/lib/threads/thread-view";
import { LiveKnot } from "./live-knot";
import { MergedQuestion } from "./merged-question";
import { Question, threadHref } from "./question";
import { eventsOf, ThreadEvent, type ThreadEventView } from "./thread-event";

type SpineProps = {
  locale: Locale;
  thread: ThreadView;
  staff: boolean;
  signIn: string;
  after: string | undefined;
  postAnswer: FormAction;
};

/** Question, answers and events as knots on one line; at its end the place to write. */
export function Spine({ locale, thread, staff, signIn, after, postAnswer }: SpineProps) {
  const t = translator(locale);
  const here = threadHref(locale, thread);
  const open = !thread.locked && thread.closed === null;
  const knots = inOrder(thread.answers, thread.nextCursor ? [] : [...thread.merged, ...eventsOf(locale, thread)]);
  return (
    <>
      <ol className="spine">
        <Question locale={locale} thread={thread} staff={staff} />
        {knots.map((knot) =>
          "text" in knot ? (
            <ThreadEvent key={knot.key} event={knot} />
          ) : "mergedAt" in knot ? (
            <MergedQuestion key={`q${knot.id}`} locale={locale} thread={thread} question={knot} />
          ) : (
            <Answer key={knot.id} locale={locale} thread={thread} answer={knot} staff={staff} />
          ),
        )}
        {thread.kind === "question" && !thread.nextCursor && <LiveKnot marker={markerOf(locale, thread)} company={site.company} />}
        {thread.duplicates.length > 0 && (
          <li className="evli">
            <span className="dot" />
            <div className="ev">
              <span>
                {t("threads.eventDuplicates")}{" "}
                {thread.duplicates.map((other, index) => (
                  <Fragment key={other.id}>
                    {index > 0 && ", "}
                    <a className="lk" href={threadHref(locale, other)}>
                      {other.title}
                    </a>
                  </Fragment>
                ))}
              </span>
            </div>
          </li>
        )}
        {(open || staff) && !thread.nextCursor && (
          <li className="write" id="write">
            <div className="nm">
              <span className="av" aria-hidden="true">
                <PenLine size={18} />
              </span>
            </div>
            <WritePlace locale={locale} thread={thread} signIn={signIn} postAnswer={postAnswer} />
          </li>
        )}
      </ol>
      <MoreLink href={thread.nextCursor ? `${here}?after=${thread.nextCursor}` : undefined} label={t("threads.moreAnswers")} />
      {after && <MoreLink href={here} label={t("threads.fromStart")} />}
    </>
  );
}

/** Everybody may know that a human is at it, since when, and no more. */
function markerOf(locale: Locale, { liveSince }: ThreadView): string | null {
  if (!liveSince) return null;
  const t = translator(locale);
  const text = `${t("threads.liveEvent", { time: formatDate(locale, liveSince, "time"), company: site.company })}. ${t("threads.liveNote")}`;
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function WritePlace({ locale, thread, signIn, postAnswer }: Pick<SpineProps, "locale" | "thread" | "signIn" | "postAnswer">) {
  const t = translator(locale);
  const prompt = thread.kind !== "question" ? "answers.promptDiscussion" : thread.answerCount > 0 ? "answers.promptAnswered" : "answers.prompt";
  const texts = { label: t(prompt), placeholder: t("answers.placeholder"), send: t("answers.send"), sending: t("common.sending"), already: t("answers.already"), link: t("answers.link") };
  return (
    <div>
      <div className="is-in">
        <AnswerForm action={postAnswer} threadId={thread.id} slug={thread.slug} locale={locale} labels={composerLabels(t)} texts={texts} />
      </div>
      <div className="is-out wout">
        <b>{t(prompt)}</b>
        <p className="mut2">{t("answers.signInHint")}</p>
        <LinkButton icon={LogIn} href={`${signIn}#write`}>
          {t("answers.signIn")}
        </LinkButton>
      </div>
    </div>
  );
}

type Knot = AnswerView | MergedThread | ThreadEventView;

/** Solutions first, the rest as it happened; what has no time of its own comes last. */
function inOrder(answers: AnswerView[], others: Knot[]): Knot[] {
  const accepted = answers.filter((answer) => answer.accepted);
  const rest = [...answers.filter((answer) => !answer.accepted), ...others];
  const timeOf = (knot: Knot) => ("text" in knot ? knot.at : knot.createdAt)?.getTime() ?? Infinity;
  return [...accepted, ...rest.sort((a, b) => (timeOf(a) === timeOf(b) ? 0 : timeOf(a) - timeOf(b)))];
}
