import { publicUrl } from "@/lib/platform/config";
import { href } from "@/lib/platform/i18n/locale";
import { excerpt } from "@/lib/platform/markdown/excerpt";
import { plainText } from "@/lib/platform/markdown/plain-text";
import type { AnswerView, AuthorView, ThreadView } from "@/lib/threads/thread-view";

const longest = 5_000;

/** A question as search engines read it: only what every visitor sees on this page. */
export function qaPage(thread: ThreadView): object | null {
  const answers = thread.answers.filter((answer) => answer.status === "published");
  if (thread.kind !== "question" || thread.status !== "published" || thread.restricted || answers.length === 0) return null;
  const url = publicUrl() + href(thread.locale, `/t/${thread.id}/${thread.slug}`);
  const accepted = answers.filter((answer) => answer.accepted);
  const others = answers.filter((answer) => !answer.accepted);
  return {
    "@context": "https://schema.org",
    "@type": "QAPage",
    mainEntity: {
      "@type": "Question",
      name: thread.title,
      text: excerpt(plainText(thread.body), longest),
      url,
      inLanguage: thread.locale,
      answerCount: thread.answerCount,
      upvoteCount: Math.max(0, thread.meTooCount),
      datePublished: thread.createdAt.toISOString(),
      dateModified: (thread.editedAt ?? thread.createdAt).toISOString(),
      author: personOf(thread.author),
      ...(accepted.length > 0 && { acceptedAnswer: accepted.map((answer) => answerOf(answer, url)) }),
      ...(others.length > 0 && { suggestedAnswer: others.map((answer) => answerOf(answer, url)) }),
    },
  };
}

function answerOf(answer: AnswerView, url: string) {
  return {
    "@type": "Answer",
    text: excerpt(plainText(answer.body), longest),
    url: `${url}#answer-${answer.id}`,
    upvoteCount: Math.max(0, answer.score),
    datePublished: answer.createdAt.toISOString(),
    author: personOf(answer.author),
  };
}

function personOf({ displayName, name }: AuthorView) {
  return { "@type": "Person", name: displayName, url: `${publicUrl()}/u/${name}` };
}
