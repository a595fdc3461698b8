"use client";

import { useEffect, useRef, useState, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Composer } from "@/components/ui/composer";
import type { FormAction } from "@/components/ui/form-state";
import { Note } from "@/components/ui/note";
import { Select, type SelectOption } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { useFormAction } from "@/components/ui/use-form-action";
import { AskSteps } from "./ask-steps";
import { AskSuggestions, type Suggested } from "./ask-suggestions";
import type { AskWords } from "./ask-words";
import { AskTitle } from "./ask-title";
import { forgetAsk, type AskFields, useAskDraft } from "./use-ask-draft";

type AskFormProps = {
  action: FormAction;
  locale: string;
  words: AskWords;
  company: string;
  /** From the address: words of a search, what an appliance told. */
  given: Partial<AskFields>;
  /** A live chat, a call back or a message is to follow. */
  then: string;
  categories: SelectOption[];
  kinds: SelectOption[];
  products: string[];
  steps: string[];
  /** Where to sign in first; null for members. */
  signIn: string | null;
  footnote: string;
  children: ReactNode;
};

/** A question with what might already answer it beside it. */
export function AskForm({ action, locale, words, company, given, then, signIn, ...rest }: AskFormProps) {
  const { state, send, busy, ref } = useFormAction(action);
  const { fields, set, restored, discard } = useAskDraft(given, state.values);
  const [body, setBody] = useState("");
  const [suggested, setSuggested] = useState<Suggested>();
  const guessed = useRef("");
  const [clientId, setClientId] = useState("");
  useEffect(() => setClientId(crypto.randomUUID()), []);
  useEffect(() => {
    if (state.goTo) forgetAsk();
  }, [state]);
  useAbandoned(fields.title, suggested, state.goTo !== undefined);
  const leave = () => {
    window.dispatchEvent(new Event("kundig:asked"));
    location.assign(signIn ?? "");
  };
  const { errors } = state;
  const isGuess = fields.category !== "" && fields.category === guessed.current;
  return (
    <div className="askp">
      <form ref={ref} action={send} className="askf" noValidate>
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="then" value={then} />
        <input type="hidden" name="clientId" value={clientId} />
        <input type="hidden" name="suggested" value={suggested?.held || suggested?.shown.length ? JSON.stringify(suggested) : ""} />
        <div className="first field">
          {rest.children}
          {state.problem && (
            <Note kind="bad" live>
              {state.problem}
            </Note>
          )}
          {restored && (
            <p className="drf" role="status">
              {words.draftBack}{" "}
              <button type="button" className="lk" onClick={discard}>
                {words.draftDiscard}
              </button>
            </p>
          )}
          <AskTitle value={fields.title} error={errors.title} words={words} onChange={(title) => set({ title })} />
        </div>
        <div className="three">
          <TextInput name="product" label={words.appliance} list="products" autoComplete="off" maxLength={120} value={fields.product} onChange={(event) => set({ product: event.target.value })} />
          <TextInput name="code" label={words.code} className="mono" autoComplete="off" maxLength={120} value={fields.code} onChange={(event) => set({ code: event.target.value })} />
          <TextInput name="bought" label={words.bought} placeholder={words.optional} autoComplete="off" maxLength={120} value={fields.bought} onChange={(event) => set({ bought: event.target.value })} />
        </div>
        <datalist id="products">
          {rest.products.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        {fields.firmware && <input type="hidden" name="firmware" value={fields.firmware} />}
        <div className="field">
          <Composer id="f-body" label={words.more} labels={words.composer} draftKey="ask" placeholder={words.moreHint} defaultValue={state.values.body} error={errors.body} rows={5} onChange={setBody} />
        </div>
        <AskSteps offered={rest.steps} tried={fields.tried} error={errors.tried} words={words} onChange={(tried) => set({ tried })} />
        <div className="three">
          <Select
            name="category"
            label={words.category}
            empty={words.categoryChoose}
            options={rest.categories}
            value={fields.category}
            error={errors.category}
            hint={isGuess ? words.categoryGuessed : undefined}
            onChange={(event) => set({ category: event.target.value })}
          />
          <TextInput name="tags" label={words.tags} optional={words.optional} hint={words.tagsHint} autoComplete="off" value={fields.tags} error={errors.tags} onChange={(event) => set({ tags: event.target.value })} />
          <Select name="kind" label={words.kind} options={rest.kinds} value={fields.kind} error={errors.kind} onChange={(event) => set({ kind: event.target.value })} />
        </div>
        <div className="send">
          <p className="hint">{rest.footnote}</p>
          {signIn ? (
            <Button look="pri" size="lg" onClick={leave}>
              {words.sendIn}
            </Button>
          ) : (
            <Button type="submit" look="pri" size="lg" busy={busy && words.sending}>
              {words.send}
            </Button>
          )}
        </div>
      </form>
      <AskSuggestions
        title={[fields.title, fields.code].filter(Boolean).join(" ")}
        body={body}
        words={words}
        company={company}
        signIn={signIn}
        onShown={(seen, hits) => {
          setSuggested({ ...seen });
          // The company's news stand where nobody asks.
          const likely = hits.find(({ threadKind }) => threadKind !== "announcement");
          const known = likely && rest.categories.some(({ value }) => value === likely.category.slug);
          if (!known || (fields.category && fields.category !== guessed.current)) return;
          guessed.current = likely.category.slug;
          set({ category: likely.category.slug });
        }}
      />
    </div>
  );
}

/** Counts who saw suggestions and went away without a word. */
function useAbandoned(title: string, suggested: Suggested | undefined, posted: boolean): void {
  const latest = useRef({ title, suggested, posted });
  useEffect(() => {
    latest.current = { title, suggested, posted };
  });
  useEffect(() => {
    let done = false;
    const finish = () => (done = true);
    const goOn = () => (done = false);
    const leave = () => {
      const { title, suggested, posted } = latest.current;
      if (done || posted || !(suggested?.held || suggested?.shown.length)) return;
      done = true;
      const body = JSON.stringify({ ...suggested, title: title.slice(0, 300), outcome: "abandoned" });
      void fetch("/api/v1/suggestions/outcomes", { method: "POST", keepalive: true, headers: { "content-type": "application/json" }, body });
    };
    window.addEventListener("kundig:asked", finish);
    window.addEventListener("kundig:asking", goOn);
    document.addEventListener("submit", finish);
    window.addEventListener("pagehide", leave);
    return () => {
      window.removeEventListener("kundig:asked", finish);
      window.removeEventListener("kundig:asking", goOn);
      document.removeEventListener("submit", finish);
      window.removeEventListener("pagehide", leave);
    };
  }, []);
}

