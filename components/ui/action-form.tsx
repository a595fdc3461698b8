"use client";

import type { ReactNode } from "react";
import type { FormAction, FormState } from "./form-state";
import { Note } from "./note";
import { useFormAction } from "./use-form-action";

type ActionFormProps = {
  action: FormAction;
  locale: string;
  /** Sent along unseen. */
  fields?: Record<string, string | number>;
  className?: string;
  labelledBy?: string;
  children: (state: FormState, busy: boolean) => ReactNode;
};

/** A form of a server action, with what is wrong as a whole, or done, said above its fields. */
export function ActionForm({ action, locale, fields = {}, className, labelledBy, children }: ActionFormProps) {
  const { state, send, busy, ref } = useFormAction(action);
  return (
    <form ref={ref} action={send} className={className} noValidate aria-labelledby={labelledBy}>
      {Object.entries({ locale, ...fields }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {state.problem && (
        <Note kind="bad" live>
          {state.problem}
        </Note>
      )}
      {state.done && <Note live>{state.done}</Note>}
      {children(state, busy)}
    </form>
  );
}
