"use client";

import { useEffect, useRef, useState } from "react";
import { hitState } from "@/components/search/hit-state";
import { ActionButton } from "@/components/ui/action-button";
import { apiFetch } from "@/components/ui/api";
import { Check, Hand } from "@/components/ui/icons";
import { StateBadge, StateIcon } from "@/components/ui/state";
import { toast } from "@/components/ui/toast";
import type { Hit } from "@/lib/search/hit";
import type { AskWords } from "./ask-words";
import { attempt } from "./attempt";
import { useOutcome } from "./use-outcome";

/** From here on there is something to compare. */
const fewest = 12;
const fewestWords = 3;
const fewestInBody = 40;
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

/** What may already answer the question being written; what is likely the same first, with its answer green. */
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
  const outcome = useOutcome((hit) => {
    // The last one opened is the one that helped.
    const opened = [...seen.current.opened.filter(({ kind, id }) => kind !== hit.kind || id !== hit.id).slice(-19), { kind: hit.kind, id: hit.id }];
    return { ...seen.current, opened, title: title.slice(0, 300), ...(hit.kind === "thread" && { threadId: hit.id }) };
  });
  const join = async (hit: Hit, on: boolean) => {
    if (signIn) return location.assign(signIn);
    if (on) outcome.keep("me_too", hit);
    else outcome.undo();
    const done = await attempt(`/threads/${hit.id}/me-too`, { method: "PUT", body: { on } }, { offline: words.offline, undo: outcome.undo });
    if (done && on) toast(words.meTooDone, { undo: () => void join(hit, false) });
  };
  const { kept } = outcome;
  if (kept?.outcome === "left_satisfied") return <Satisfied hit={kept.hit} words={words} onUndo={outcome.undo} />;
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
              best={index === 0 && hit.same === true && isAnswer(hit)}
              isOpened={seen.current.opened.some(({ kind, id }) => kind === hit.kind && id === hit.id)}
              hasIt={kept?.outcome === "me_too" && kept.hit.kind === hit.kind && kept.hit.id === hit.id}
              words={words}
              company={company}
              onOpen={() => open(hit)}
              onSatisfied={() => outcome.keep("left_satisfied", hit)}
              onJoin={(on) => void join(hit, on)}
            />
          ))}
        </ul>
      )}
    </aside>
  );
}

/** Somebody vouches for what it says. */
function isAnswer({ kind, state, official }: Hit): boolean {
  return kind === "article" || state === "solved" || official;
}

/** The question is answered before it was asked. What was typed stays, and so does the way back. */
function Satisfied({ hit, words, onUndo }: { hit: Hit; words: AskWords; onUndo: () => void }) {
  const undo = useRef<HTMLButtonElement>(null);
  useEffect(() => undo.current?.focus(), []);
  return (
    <aside className="sug" aria-label={words.similarLabel} aria-live="polite">
      <h2>{words.doneTitle}</h2>
      <p className="why">{words.doneText}</p>
      <p>
        <a className="lk" href={hit.url} lang={hit.locale}>
          {hit.title}
        </a>
      </p>
      <div className="acts mt-3">
        <button ref={undo} type="button" className="act p" onClick={onUndo}>
          {words.doneUndo}
        </button>
      </div>
    </aside>
  );
}

type SuggestionProps = {
  hit: Hit;
  best: boolean;
  isOpened: boolean;
  hasIt: boolean;
  words: AskWords;
  company: string;
  onOpen: () => void;
  onSatisfied: () => void;
  onJoin: (on: boolean) => void;
};

function Suggestion({ hit, best, isOpened, hasIt, words, company, onOpen, onSatisfied, onJoin }: SuggestionProps) {
  const state = hitState(hit);
  const label = words.states[state].replace("{company}", company);
  const isOpen = hit.threadKind === "question" && hit.state !== "solved";
  return (
    <li className={best ? "top" : undefined}>
      <StateIcon state={state} label={label} />
      <div>
        <h3>
          <a href={hit.url} lang={hit.locale} target="_blank" rel="noopener" title={words.newTab} onClick={onOpen} onAuxClick={onOpen}>
            {hit.title}
          </a>
        </h3>
        {hit.answer && <p lang={hit.locale}>{hit.answer}</p>}
        <p className="meta">
          <StateBadge state={state} label={label} />
          {hit.same && <span className="sm">{words.same}</span>}
          {hit.meTooCount > 0 && <span>{(hit.meTooCount === 1 ? words.meTooOne : words.meTooMany).replace("{n}", String(hit.meTooCount))}</span>}
          {isOpened && (
            <span>
              <Check size={15} /> {words.opened}
            </span>
          )}
        </p>
        <div className="acts">
          {isAnswer(hit) && (
            <ActionButton icon={Check} main={best} onClick={onSatisfied}>
              {words.thatsIt}
            </ActionButton>
          )}
          {isOpen && (
            <ActionButton icon={Hand} pressed={hasIt} onClick={() => onJoin(!hasIt)}>
              {words.meToo}
            </ActionButton>
          )}
        </div>
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
    const isEnough = text.length >= fewest || text.split(/\s+/).length >= fewestWords || (text !== "" && body.trim().length >= fewestInBody);
    if (!isEnough) return setFound({ hits: [], looked: false, held: false });
    const stop = new AbortController();
    const timer = setTimeout(() => {
      const query = new URLSearchParams({ title: text.slice(0, 500), body: body.slice(0, 1500), limit: "5", unsure: "true", ...(all && { all: "true" }) });
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
