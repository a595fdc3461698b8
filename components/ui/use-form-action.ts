import { useActionState, useEffect, useRef, type RefObject } from "react";
import { emptyForm, type FormAction, type FormState } from "./form-state";

type Form = {
  state: FormState;
  send: (form: FormData) => void;
  busy: boolean;
  /** Of the form, so that the first wrong field gets the focus. */
  ref: RefObject<HTMLFormElement | null>;
};

/** A form that works as a plain post, and without a page change once the script is there. */
export function useFormAction(action: FormAction): Form {
  const [state, send, busy] = useActionState(action, emptyForm);
  const ref = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // A whole new page, like every other link here.
    if (state.goTo) location.assign(state.goTo);
    else ref.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [state]);
  return { state, send, busy: busy || state.goTo !== undefined, ref };
}
