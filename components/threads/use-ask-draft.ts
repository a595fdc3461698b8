import { useEffect, useRef, useState } from "react";
import { clearDraft, readDraft } from "@/components/ui/draft";

const key = "kundig.draft.ask";

export type AskFields = {
  title: string;
  product: string;
  code: string;
  bought: string;
  firmware: string;
  category: string;
  tags: string;
  kind: string;
  tried: string[];
};

const empty: AskFields = { title: "", product: "", code: "", bought: "", firmware: "", category: "", tags: "", kind: "question", tried: [] };

type AskDraft = { fields: AskFields; set: (change: Partial<AskFields>) => void; restored: boolean; discard: () => void };

/**
 * Every field but the body, which the composer keeps. What the address brings comes before a draft; what was
 * sent and refused comes before both.
 */
export function useAskDraft(given: Partial<AskFields>, sent: Record<string, string>): AskDraft {
  const [fields, setFields] = useState<AskFields>(() => ({ ...empty, ...given, ...fromForm(sent) }));
  const [restored, setRestored] = useState(false);
  const latest = useRef(fields);
  // What the page came with; drafts are looked for once, when it has arrived.
  const atFirst = useRef({ given, sent });
  useEffect(() => {
    const { given, sent } = atFirst.current;
    const draft = Object.keys(sent).length > 0 ? null : readDraftFor(given);
    if (!draft) return;
    latest.current = { ...empty, ...given, ...draft };
    setFields(latest.current);
    setRestored(Boolean(draft.title && draft.title !== given.title && !readDraft("ask")));
  }, []);
  const set = (change: Partial<AskFields>) => {
    latest.current = { ...latest.current, ...change };
    setFields(latest.current);
    keep(latest.current, given.title);
  };
  const discard = () => {
    latest.current = { ...empty, ...given };
    setFields(latest.current);
    setRestored(false);
    forgetAsk();
  };
  return { fields, set, restored, discard };
}

function readDraftFor(given: Partial<AskFields>): Partial<AskFields> | null {
  // A question that has arrived is no draft any more.
  if (/(?:^|; )kundig_sent=[^;]*\bask\b/.test(document.cookie)) {
    forgetAsk();
    return null;
  }
  const draft = readKept();
  // Words of another search begin another question.
  if (!draft || (given.title && draft.from !== given.title)) return null;
  const { from: _, ...kept } = draft;
  return kept;
}

/** After the question has been posted, or thrown away. */
export function forgetAsk(): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Without storage there is nothing to forget.
  }
  clearDraft("ask");
}

function keep(fields: AskFields, from: string | undefined): void {
  try {
    localStorage.setItem(key, JSON.stringify({ ...fields, from, savedAt: Date.now() }));
  } catch {
    // Private windows may have no storage; the text is still in its fields.
  }
}

function readKept(): (Partial<AskFields> & { from?: string }) | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? "null");
    if (typeof kept !== "object" || kept === null) return null;
    const texts = Object.entries(kept).filter(([name, value]) => name in empty && typeof value === typeof empty[name as keyof AskFields]);
    const fields = Object.fromEntries(texts) as Partial<AskFields>;
    if (!Array.isArray(fields.tried)) delete fields.tried;
    return { ...fields, from: "from" in kept && typeof kept.from === "string" ? kept.from : undefined };
  } catch {
    return null;
  }
}

function fromForm(sent: Record<string, string>): Partial<AskFields> {
  if (Object.keys(sent).length === 0) return {};
  const { title = "", product = "", code = "", bought = "", firmware = "", category = "", tags = "", kind = "question", tried = "" } = sent;
  return { title, product, code, bought, firmware, category, tags, kind, tried: tried.split("\n").filter(Boolean) };
}
