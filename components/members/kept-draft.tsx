"use client";

import { type ReactNode, useEffect, useState } from "react";
import { PenLine } from "@/components/ui/icons";
import { type AskDraft, readAskDraft } from "./ask-draft";

type KeptDraftProps = {
  locale: string;
  label: string;
  keep: string;
  /** With %TIME% where the time goes. */
  saved: string;
  savedOn: string;
  /** Shown when nothing was begun. */
  children: ReactNode;
};

/** Shows that the question begun before signing in is still there. Only this browser knows it. */
export function KeptDraft({ locale, label, keep, saved, savedOn, children }: KeptDraftProps) {
  const [draft, setDraft] = useState<AskDraft | null>(null);
  useEffect(() => setDraft(readAskDraft()), []);
  return (
    <aside className="keep" aria-label={draft ? label : undefined}>
      {draft ? (
        <>
          <p className="mut2">{keep}</p>
          <div className="draft">
            <span className="badge">
              <PenLine size={15} />
              <span>{draft.savedAt ? whenSaved(locale, new Date(draft.savedAt), saved, savedOn) : label}</span>
            </span>
            {draft.title && <b>{draft.title}</b>}
            {draft.body && <p>{shortened(draft.body)}</p>}
          </div>
        </>
      ) : (
        children
      )}
    </aside>
  );
}

function whenSaved(locale: string, at: Date, saved: string, savedOn: string): string {
  const time = at.toLocaleTimeString(locale, { hour: "2-digit", minute: "2-digit" });
  const isToday = at.toDateString() === new Date().toDateString();
  const day = at.toLocaleDateString(locale, { day: "numeric", month: "long" });
  return (isToday ? saved : savedOn).replace("%TIME%", time).replace("%DAY%", day);
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > 110 ? `${line.slice(0, line.lastIndexOf(" ", 110))} …` : line;
}
