import { StateBadge } from "@/components/ui/state";
import type { Locale } from "@/lib/platform/i18n/locale";
import type { DirectAnswer } from "@/lib/search/hit";
import { hitState } from "./hit-state";
import { checkedIn, type SearchWords } from "./search-words";

type SearchAnswerProps = { answer: DirectAnswer; words: SearchWords; locale: Locale; onOpen: () => void; onPoint: () => void };

/** The one result that stands out, with the passage that answers and who says so. */
export function SearchAnswer({ answer, words, locale, onOpen, onPoint }: SearchAnswerProps) {
  const state = hitState(answer);
  const foreign = answer.locale === locale ? undefined : answer.locale;
  return (
    <section className={answer.kind === "article" ? "dans of-guide" : "dans"} aria-labelledby="dans-title" onFocus={onPoint} onPointerEnter={onPoint}>
      <p className="dk">
        <StateBadge state={state} label={words.states[state]} />
        <span>{vouchedBy(answer, words, locale)}</span>
        {foreign && <span className="hlang">{words[`in.${foreign}`]}</span>}
      </p>
      <h2 id="dans-title" lang={foreign}>
        <a href={answer.url} data-hit="" onClick={onOpen}>
          {answer.title}
        </a>
      </h2>
      <p className="dt" lang={foreign} dangerouslySetInnerHTML={{ __html: answer.html }} />
    </section>
  );
}

function vouchedBy({ kind, answeredBy, verifiedAt }: DirectAnswer, words: SearchWords, locale: Locale): string {
  if (kind === "article") return verifiedAt ? checkedIn(words, verifiedAt, locale) : "";
  if (!answeredBy) return "";
  return `${answeredBy.name}, ${answeredBy.how === "accepted" ? words.acceptedBy : words.officialBy}`;
}
