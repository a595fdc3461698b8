"use client";

import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent, type ReactNode } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { PenLine, Search } from "@/components/ui/icons";
import { LinkButton } from "@/components/ui/link-button";
import { MoreLink } from "@/components/ui/more-link";
import type { Locale } from "@/lib/platform/i18n/locale";
import type { SearchResult } from "@/lib/search/hit";
import type { FilterName } from "./filter-completions";
import { rememberSearch } from "./recent-searches";
import { SaveButton } from "./save-button";
import type { Saved } from "./saved-searches";
import { SearchAnswer } from "./search-answer";
import { SearchFacets } from "./search-facets";
import { SearchField } from "./search-field";
import { SearchHit } from "./search-hit";
import { SearchPreview } from "./search-preview";
import { isFiltered, type SearchQuery, searchParams } from "./search-query";
import { SearchTold } from "./search-told";
import { counted, type SearchWords } from "./search-words";
import { useSearch } from "./use-search";

type SearchPageProps = {
  first: SearchQuery;
  found: SearchResult;
  /** What means the same is found too. */
  byMeaning: boolean;
  /** Not the first page of what was found. */
  isLater: boolean;
  locale: Locale;
  words: SearchWords;
  /** Where the page stands, and where one asks and signs in. */
  here: string;
  ask: string;
  signIn: string;
  tagNames: Record<string, string>;
  categoryNames: Record<string, string>;
  filters: FilterName[];
  /** One's own; null for visitors. */
  saved: Saved[] | null;
  /** A human of the company, where nothing is found. */
  human: ReactNode;
  /** Shown while nothing is looked for. */
  children: ReactNode;
};

/** Field, filters, results and the chosen one beside them. Drawn by the server; goes on in the browser. */
export function SearchPage({ first, found, locale, words, here, ask, signIn, ...rest }: SearchPageProps) {
  const { query, result, failed, change } = useSearch(first, found, rest.byMeaning);
  const { hits, total, more } = result;
  const answer = rest.isLater ? undefined : result.answer;
  const [chosen, setChosen] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const wasIn = useRef(false);
  useEffect(() => setChosen(0), [hits]);
  useEffect(() => {
    // Newer results may have taken away the one that had the focus, or made it the answer: whoever walks through them stays among them.
    if (wasIn.current && document.activeElement === document.body) list.current?.querySelector<HTMLAnchorElement>("a[data-hit]")?.focus();
  }, [result]);
  const asked = query.q.trim();
  const isLooking = asked !== "" || isFiltered(query);
  const status = !isLooking ? "" : total === 0 ? words.resultsNone : counted(words.resultsOne, more ? words.resultsMore : words.resultsMany, total, locale);
  const links = () => [...(list.current?.querySelectorAll<HTMLAnchorElement>("a[data-hit]") ?? [])];
  const onKey = (event: KeyboardEvent) => {
    const all = links();
    const at = all.findIndex((link) => link === document.activeElement);
    if (at < 0) return;
    if (event.key === "ArrowDown") all[at + 1]?.focus();
    else if (event.key === "ArrowUp" && at > 0) all[at - 1]?.focus();
    else if (event.key === "Home") all[0]?.focus();
    else if (event.key === "End") all.at(-1)?.focus();
    else if (event.key === "ArrowUp" || event.key === "Escape") event.currentTarget.closest("form")?.querySelector<HTMLInputElement>("[data-search]")?.focus();
    else return;
    event.preventDefault();
  };
  const open = () => rememberSearch(query.q);
  const askHref = asked ? `${ask}?title=${encodeURIComponent(asked.slice(0, 160))}` : ask;
  const hit = hits[Math.min(chosen, hits.length - 1)];
  return (
    <form action={here} method="get" onSubmit={stay}>
      <SearchField
        value={query.q}
        words={words}
        filters={rest.filters}
        autoFocus={first.q === ""}
        status={status}
        onChange={(q) => change({ q })}
        onDown={() => links()[0]?.focus()}
        onEnter={open}
      />
      {failed && (
        <p className="err mt-2" role="alert">
          {words.failed}
        </p>
      )}
      {!isLooking ? (
        rest.children
      ) : (
        <>
          <div className="stop">
            <SearchTold result={result} words={words} here={here} onMean={(q) => change({ q })} />
            <SaveButton query={searchParams(query).toString()} saved={rest.saved} words={words} signIn={signIn} locale={locale} />
          </div>
          <div className="sgrid">
            <SearchFacets query={query} facets={result.facets} among={result.countedAmong} words={words} tagNames={rest.tagNames} categoryNames={rest.categoryNames} onChange={change} />
            <div ref={list} onKeyDown={onKey} onFocus={() => (wasIn.current = true)} onBlur={(event) => (wasIn.current = event.relatedTarget === null)}>
              {answer && hits[0] && <SearchAnswer answer={answer} words={words} locale={locale} onOpen={open} onPoint={() => setChosen(0)} />}
              {hits.length > 0 ? (
                <ul className="hits" aria-label={words.hits}>
                  {hits.map((one, index) =>
                    // It stands above already.
                    answer && index === 0 ? null : (
                      <SearchHit key={one.url} hit={one} words={words} locale={locale} selected={index === chosen} onPoint={() => setChosen(index)} onOpen={open} />
                    ),
                  )}
                </ul>
              ) : (
                <EmptyState icon={Search} title={asked ? words.noneTitle.replace("{words}", shortened(asked)) : words.resultsNone} text={isFiltered(query) ? words.noneFiltered : words.noneText} />
              )}
              <MoreLink href={result.nextCursor ? `${here}?${searchParams(query, result.nextCursor)}` : undefined} label={words.more} />
              <div className="nf">
                <p>
                  {hits.length > 0 && (
                    <>
                      <b>{words.notRight}</b>
                      <br />
                    </>
                  )}
                  <span className="mut2">{words.notRightText}</span>
                </p>
                <LinkButton look="pri" icon={PenLine} href={askHref} onClick={open}>
                  {words.ask}
                </LinkButton>
              </div>
              {hits.length === 0 && <div className="shuman">{rest.human}</div>}
            </div>
            {hit && <SearchPreview hit={hit} words={words} locale={locale} signIn={signIn} />}
          </div>
        </>
      )}
    </form>
  );
}

/** The results are there already; a phone puts its keyboard away. */
function stay(event: FormEvent): void {
  event.preventDefault();
  if (matchMedia("(pointer: coarse)").matches && document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
