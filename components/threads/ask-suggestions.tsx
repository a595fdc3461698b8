"use client";

import { useEffect, useRef, useState } from "react";
import { hitState } from "@/components/search/hit-state";
import { ActionButton } from "@/components/ui/action-button";
import { apiFetch } from "@/components/ui/api";
import { Check, Hand } from "@/components/ui/icons";
import { StateIcon } from "@/components/ui/state";
import type { Hit } from "@/lib/search/hit";
import type { AskWords } from "./ask-words";
import { attempt } from "./attempt";

/** From here on there is something to compare. */
const fewest = 12;
const pause = 250;

export type Suggested = { shown: { kind: string; id: number }[]; opened: { kind: string; id: number }[]; /** Nothing was shown, for comparison. */ held?: boolean };

type AskSuggestionsProps = {
  title: string;
  body: string;
  words: AskWords;
  company: string;
  signIn: string | null;
  onShown: (suggested: Suggested, hits: Hit[]) => void;
};

/** What may already answer the question being written; the best one first and green. */
export function AskSuggestions({ title, body, words, company, signIn, onShown }: AskSuggestionsProps) {
  const { hits, looked, held, showAll } = useSuggestions(title, body);
  const seen = useRef<Suggested>({ shown: [], opened: [] });
  const told = useRef(onShown);
  told.current = onShown;
  useEffect(() => {
    for (const { kind, id } of hits) if (!seen.current.shown.some((one) => one.kind === kind && one.id === id)) seen.current.shown.push({ kind, id });
    seen.current.shown = seen.current.shown.slice(-20);
    seen.current.held = held || undefined;
    told.current(seen.current, hits);
  }, [hits, held]);
  const open = ({ kind, id }: Hit) => {
    seen.current.opened = [...seen.current.opened.slice(-19), { kind, id }];
    told.current(seen.current, hits);
  };
  const finish = async (hit: Hit, outcome: "left_satisfied" | "me_too") => {
    if (outcome === "me_too") {
      if (signIn) return location.assign(signIn);
      if (!(await attempt(`/threads/${hit.id}/me-too`, { method: "PUT", body: { on: true } }, { offline: words.offline }))) return;
    }
    // The last one opened is the one that helped.
    const opened = [...seen.current.opened.filter(({ kind, id }) => kind !== hit.kind || id !== hit.id).slice(-19), { kind: hit.kind, id: hit.id }];
    const body = { ...seen.current, opened, title: title.slice(0, 300), outcome, ...(hit.kind === "thread" && { threadId: hit.id }) };
    window.dispatchEvent(new Event("kundig:asked"));
    await apiFetch("/suggestions/outcomes", { method: "POST", body }).catch(() => undefined);
    location.assign(hit.url);
  };
  return (
    <aside className="sug" aria-label={words.similarLabel} aria-live="polite">
      <h2>{words.similar}</h2>
      {held ? (
        <p className="why">
          {words.held}{" "}
          <button type="button" className="lk" onClick={showAll}>
            {words.heldShow}
          </button>
        </p>
      ) : (
        <p className="why">{hits.length > 0 ? words.similarFrom : looked ? words.similarNothing : words.similarNone}</p>
      )}
      {hits.length > 0 && (
        <ul className="sl">
          {hits.map((hit, index) => (
            <Suggestion
              key={`${hit.kind}${hit.id}`}
              hit={hit}
              best={index === 0 && (hit.kind === "article" || hit.state === "solved" || hit.official)}
              words={words}
              company={company}
              onOpen={() => open(hit)}
              onFinish={(outcome) => void finish(hit, outcome)}
            />
          ))}
        </ul>
      )}
    </aside>
  );
}

type SuggestionProps = {
  hit: Hit;
  best: boolean;
  words: AskWords;
  company: string;
  onOpen: () => void;
  onFinish: (outcome: "left_satisfied" | "me_too") => void;
};

function Suggestion({ hit, best, words, company, onOpen, onFinish }: SuggestionProps) {
  const state = hitState(hit);
  return (
    <li className={best ? "top" : undefined}>
      <StateIcon state={state} label={words.states[state].replace("{company}", company)} />
      <div>
        <h3>
          <a href={hit.url} lang={hit.locale} target="_blank" rel="noopener" title={words.newTab} onClick={onOpen} onAuxClick={onOpen}>
            {hit.title}
          </a>
        </h3>
        {hit.answer && <p>{hit.answer}</p>}
        {best && (
          <div className="acts">
            <ActionButton icon={Check} main onClick={() => onFinish("left_satisfied")}>
              {words.thatsIt}
            </ActionButton>
            {hit.kind === "thread" && (
              <ActionButton icon={Hand} onClick={() => onFinish("me_too")}>
                {words.meToo}
              </ActionButton>
            )}
          </div>
        )}
      </div>
    </li>
  );
}

type Suggestions = { hits: Hit[]; looked: boolean; held: boolean };

/** Asks a moment after the last key press; what came before stays until something better is there. */
function useSuggestions(title: string, body: string): Suggestions & { showAll: () => void } {
  const [found, setFound] = useState<Suggestions>({ hits: [], looked: false, held: false });
  const [all, setAll] = useState(false);
  useEffect(() => {
    const text = title.trim();
    if (text.length < fewest) return setFound({ hits: [], looked: false, held: false });
    const stop = new AbortController();
    const timer = setTimeout(() => {
      const query = new URLSearchParams({ title: text.slice(0, 500), body: body.slice(0, 1500), limit: "5", ...(all && { all: "true" }) });
      apiFetch<{ hits: Hit[]; held?: boolean }>(`/suggest?${query}`, { signal: stop.signal })
        .then(({ hits, held = false }) => setFound({ hits, looked: true, held }))
        .catch(() => undefined);
    }, pause);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [title, body, all]);
  const showAll = () => {
    setAll(true);
    // Whoever has an account is not asked again.
    void apiFetch("/suggestions/opt-out", { method: "PUT", body: { on: true } }).catch(() => undefined);
  };
  return { ...found, showAll };
}
