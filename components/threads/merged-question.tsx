import { Avatar } from "@/components/ui/avatar";
import { Markdown } from "@/components/ui/markdown";
import type { Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import type { MergedThread, ThreadView } from "@/lib/threads/thread-view";
import { PostHead } from "./post-head";
import { Source } from "./post-notes";
import { Facts, pictureOf, postWords } from "./question";

/** What was asked in a thread that is now part of this one: a knot where it was said. */
export function MergedQuestion({ locale, thread, question }: { locale: Locale; thread: ThreadView; question: MergedThread }) {
  const t = translator(locale);
  const { id, title, author, createdAt, editedAt } = question;
  const [verb, label] = postWords[thread.kind];
  const lang = question.locale === locale ? undefined : question.locale;
  return (
    <li>
      <div className={author.staff ? "nm sq" : "nm"}>
        <Avatar {...pictureOf(author)} />
      </div>
      <article className="post" id={`question-${id}`} aria-label={t(label, { name: author.displayName })}>
        <PostHead locale={locale} author={author} category={thread.category} at={createdAt} editedAt={editedAt} verb={t(verb)} />
        <h2 className="text-[18px]/[25px] font-semibold mb-1" lang={lang}>
          {title}
        </h2>
        <Markdown html={question.bodyHtml} lang={lang} />
        <Facts locale={locale} facts={question.facts} />
        <Source locale={locale} attribution={question.attribution} />
      </article>
    </li>
  );
}
