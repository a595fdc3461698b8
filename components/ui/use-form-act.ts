import { useEffect, useRef, useState, type RefObject } from "react";
import { ApiError, errorText, type FieldErrors } from "./api";

type Refused = { problem: string; errors: FieldErrors };

export type FormAct = Refused & {
  busy: boolean;
  /** Of what holds the fields, so that the first wrong one gets the focus. */
  ref: RefObject<HTMLDivElement | null>;
  send: (work: () => Promise<unknown>) => Promise<void>;
  /** Says what is wrong before anything is sent. */
  refuse: (refused: Partial<Refused>) => void;
};

const nothing: Refused = { problem: "", errors: {} };

/** An act with fields: busy while it runs, and what is refused stays beside what was typed. `offline` where nothing better is known. */
export function useFormAct(offline: string): FormAct {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState(nothing);
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus(), [refused]);
  const send = async (work: () => Promise<unknown>) => {
    if (busy) return;
    setBusy(true);
    setRefused(nothing);
    try {
      await work();
    } catch (error) {
      setRefused({ problem: errorText(error, offline), errors: error instanceof ApiError ? error.fields : {} });
    }
    setBusy(false);
  };
  return { ...refused, busy, ref, send, refuse: (why) => setRefused({ ...nothing, ...why }) };
}
