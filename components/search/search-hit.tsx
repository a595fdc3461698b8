import { StateBadge, StateIcon } from "@/components/ui/state";
import { clockTime } from "@/components/videos/clock-time";
import type { Locale } from "@/lib/platform/i18n/locale";
import type { Hit } from "@/lib/search/hit";
import { hitState } from "./hit-state";
import { checkedIn, counted, type SearchWords } from "./search-words";

type SearchHitProps = { hit: Hit; words: SearchWords; locale: Locale; selected?: boolean; onPoint?: () => void; onOpen?: () => void };

/** One result: the passage that fits, and enough about it to choose. */
export function SearchHit({ hit, words, locale, selected, onPoint, onOpen }: SearchHitProps) {
  const state = hitState(hit);
  const label = words.states[state];
  const foreign = hit.locale === locale ? undefined : hit.locale;
  return (
    <li className={selected ? "sel" : undefined} onPointerEnter={onPoint} onFocus={onPoint}>
      <a href={hit.url} data-hit="" aria-current={selected ? "true" : undefined} onClick={onOpen} onAuxClick={onOpen}>
        <StateIcon state={state} label={label} />
        <span>
          <h2 lang={foreign} dangerouslySetInnerHTML={{ __html: hit.titleHtml }} />
          <p lang={foreign} dangerouslySetInnerHTML={{ __html: hit.excerptHtml }} />
          <span className="meta">
            <StateBadge state={state} label={label} />
            {foreign && <span className="hlang">{words[`in.${foreign}`]}</span>}
            {metaOf(hit, words, locale).map((part) => (
              <span key={part}>{part}</span>
            ))}
          </span>
        </span>
      </a>
    </li>
  );
}

function metaOf(hit: Hit, words: SearchWords, locale: Locale): string[] {
  if (hit.cue) return [words.at.replace("{time}", clockTime(hit.cue.start)), hit.scope].filter(Boolean);
  if (hit.kind === "article") {
    const minutes = hit.durationMinutes && counted(words.minutesOne, words.minutesMany, hit.durationMinutes, locale);
    const month = hit.verifiedAt && checkedIn(words, hit.verifiedAt, locale);
    return [minutes, hit.scope, month].filter((part): part is string => Boolean(part));
  }
  const meToo = hit.meTooCount > 0 && counted(words.meTooOne, words.meTooMany, hit.meTooCount, locale);
  const answers = hit.answerCount > 0 && counted(words.answersOne, words.answersMany, hit.answerCount, locale);
  return [hit.category.name, meToo, answers].filter((part): part is string => Boolean(part));
}
