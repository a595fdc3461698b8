"use client";

import { FieldNotes, fieldAria } from "@/components/ui/field";
import type { AskWords } from "./ask-words";

type AskTitleProps = { value: string; error?: string; words: AskWords; onChange: (title: string) => void };

/** One line that may need two: it grows, and Enter goes on instead of breaking it. */
export function AskTitle({ value, error, words, onChange }: AskTitleProps) {
  const texts = { hint: words.whatHint, error };
  return (
    <>
      <label htmlFor="f-title" className="mt-3.5">
        {words.what}
      </label>
      <textarea
        {...fieldAria("f-title", texts)}
        name="title"
        rows={1}
        maxLength={160}
        className={error ? "in asktitle bad" : "in asktitle"}
        value={value}
        onChange={(event) => onChange(event.target.value.replace(/\n/g, " "))}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          document.getElementById("f-product")?.focus();
        }}
      />
      <FieldNotes id="f-title" {...texts} />
    </>
  );
}
