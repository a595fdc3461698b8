"use client";

import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent, type ReactNode } from "react";
import { announce } from "@/components/layout/announce";
import { EmptyState } from "@/components/ui/empty-state";
import { PenLine, Search } from "@/components/ui/icons";
import { LinkButton } from "@/components/ui/link-button";
import { MoreLink } from "@/components/ui/more-link";
import type { SearchResult } from "@/lib/search/hit";
import { SearchFacets } from "./search-facets";
import { SearchHit } from "./search-hit";
import { SearchPreview } from "./search-preview";
import { isFiltered, type SearchQuery, searchParams } from "./search-query";
import { counted, type SearchWords } from "./search-words";
import { useSearch } from "./use-search";

type SearchPageProps = {
  first: SearchQuery;
  found: SearchResult;
  locale: string;
  words: SearchWords;
  /** Where the page stands, and where one asks and signs in. */
  here: string;
  ask: string;
  signIn: string;
  tagNames: Record<string, string>;
  /** Shown while nothing is looked for. */
  children: ReactNode;
};

/** Field, filters, results and the chosen one beside them. Drawn by the server; goes on in the browser. */
export function SearchPage({ first, found, locale, words, here, ask, signIn, tagNames, children }: SearchPageProps) {
  const { query, result, failed, change } = useSearch(first, found);
  const { hits, total } = result;
  const [chosen, setChosen] = useState(0);
  const byKey = useRef(false);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    setChosen(0);
    byKey.current = false;
  }, [hits]);
  const asked = query.q.trim();
  const status = !asked && !isFiltered(query) ? "" : total === 0 ? words.resultsNone : counted(words.resultsOne, words.resultsMany, total, locale);
  const move = (to: number) => {
    byKey.current = true;
    setChosen(to);
    announce(hits[to]?.title ?? "");
    list.current?.children[to]?.scrollIntoView({ block: "nearest" });
  };
  const onKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "ArrowDown" && hits.length > 0) move(byKey.current ? Math.min(chosen + 1, hits.length - 1) : 0);
    else if (event.key === "ArrowUp" && hits.length > 0) move(Math.max(chosen - 1, 0));
    else if (event.key === "Enter" && byKey.current && hits[chosen]) location.assign(hits[chosen].url);
    else if (event.key === "Escape" && query.q) change({ q: "" });
    else return;
    event.preventDefault();
  };
  const askHref = asked ? `${ask}?q=${encodeURIComponent(asked.slice(0, 160))}` : ask;
  const hit = hits[Math.min(chosen, hits.length - 1)];
  return (
    <form action={here} method="get" onSubmit={stay}>
      <div className="sbar" role="search">
        <label>
          <span className="vh">{words.field}</span>
          <Search size={22} />
          <input
            className="in"
            type="search"
            name="q"
            value={query.q}
            placeholder={words.placeholder}
            autoComplete="off"
            autoFocus={first.q === ""}
            maxLength={2000}
            data-search=""
            onChange={(event) => change({ q: event.target.value })}
            onKeyDown={onKey}
          />
        </label>
        <span className="cnt" role="status">
          {status}
        </span>
      </div>
      {failed && (
        <p className="err mt-2" role="alert">
          {words.failed}
        </p>
      )}
      {!asked && !isFiltered(query) ? (
        children
      ) : (
        <div className="sgrid">
          <SearchFacets query={query} facets={result.facets} words={words} tagNames={tagNames} onChange={change} />
          <div>
            {hits.length > 0 ? (
              <ul className="hits" ref={list} aria-label={words.hits}>
                {hits.map((one, index) => (
                  <SearchHit key={one.kind + one.id} hit={one} words={words} locale={locale} selected={index === chosen} byKey={byKey.current} onPoint={() => setChosen(index)} />
                ))}
              </ul>
            ) : (
              <EmptyState icon={Search} title={words.noneTitle.replace("{words}", asked)} text={isFiltered(query) ? words.noneFiltered : words.noneText} />
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
              <LinkButton look="pri" icon={PenLine} href={askHref}>
                {words.ask}
              </LinkButton>
            </div>
          </div>
          {hit && <SearchPreview hit={hit} words={words} locale={locale} signIn={signIn} />}
        </div>
      )}
    </form>
  );
}

/** The results are there already; a phone puts its keyboard away. */
function stay(event: FormEvent): void {
  event.preventDefault();
  if (matchMedia("(pointer: coarse)").matches && document.activeElement instanceof HTMLElement) document.activeElement.blur();
}
