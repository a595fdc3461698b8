import type { ReactNode } from "react";
import { Info } from "@/components/ui/icons";
import type { SearchResult } from "@/lib/search/hit";
import type { SearchWords } from "./search-words";

type SearchToldProps = { result: SearchResult; words: SearchWords; here: string; onMean: (text: string) => void };

/** How what was typed was taken: for which words the results are, what else may be meant, which filter does not exist. */
export function SearchTold({ result, words, here, onMean }: SearchToldProps) {
  const { showing, didYouMean, notices } = result;
  return (
    <div className="told" role="status">
      {showing && <p>{between(words.showing, <b>{showing}</b>)}</p>}
      {didYouMean && (
        <p>
          {between(
            words.didYouMean,
            <a
              className="lk"
              href={`${here}?q=${encodeURIComponent(didYouMean)}`}
              onClick={(event) => {
                event.preventDefault();
                onMean(didYouMean);
              }}
            >
              {didYouMean}
            </a>,
          )}
        </p>
      )}
      {notices.map(({ code, text }) => (
        <p key={code + text} className="tn">
          <Info size={16} /> {text}
        </p>
      ))}
    </div>
  );
}

function between(sentence: string, words: ReactNode) {
  const [before, after] = sentence.split("{words}");
  return (
    <>
      {before}
      {words}
      {after}
    </>
  );
}
