"use client";

import { useState, type KeyboardEvent } from "react";
import { Check, Plus } from "@/components/ui/icons";
import type { AskWords } from "./ask-words";

type AskStepsProps = { offered: string[]; tried: string[]; error?: string; words: AskWords; onChange: (tried: string[]) => void };

/** Steps to tick and to add. They are check boxes, so they also work as a plain form. */
export function AskSteps({ offered, tried, error, words, onChange }: AskStepsProps) {
  const [more, setMore] = useState("");
  const all = [...new Set([...offered, ...tried])];
  const add = () => {
    const step = more.trim();
    if (step && !tried.includes(step)) onChange([...tried, step]);
    setMore("");
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    add();
  };
  return (
    <fieldset className="field bare">
      <legend className="lab">{words.tried}</legend>
      <div className="steps">
        {all.map((step) => {
          const on = tried.includes(step);
          return (
            <label key={step} className={on ? "chip on" : "chip"}>
              <input
                type="checkbox"
                className="vh"
                name="tried"
                value={step}
                checked={on}
                onChange={() => onChange(on ? tried.filter((one) => one !== step) : [...tried, step])}
              />
              {on ? <Check size={16} /> : <Plus size={16} />}
              {step}
            </label>
          );
        })}
        <span className="addstep">
          <input
            className="in d"
            name="tried"
            aria-label={words.triedMore}
            placeholder={`${words.triedMore} …`}
            maxLength={160}
            value={more}
            onChange={(event) => setMore(event.target.value)}
            onKeyDown={onKey}
            onBlur={add}
          />
        </span>
      </div>
      {error ? (
        <span className="err" role="alert">
          {error}
        </span>
      ) : (
        <span className="hint">{words.triedHint}</span>
      )}
    </fieldset>
  );
}
