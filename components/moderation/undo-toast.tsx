"use client";

import { useEffect, useRef } from "react";
import type { FormAction } from "@/components/ui/form-state";
import { toast } from "@/components/ui/toast";
import { useFormAction } from "@/components/ui/use-form-action";

type UndoToastProps = { action: FormAction; locale: string; caseId: number; view: string; text: string };

/** Says what was decided on the page before, with a way back. */
export function UndoToast({ action, locale, caseId, view, text }: UndoToastProps) {
  const { state, send, ref } = useFormAction(action);
  const said = useRef(false);
  useEffect(() => {
    if (said.current) return;
    said.current = true;
    toast(text, { undo: () => ref.current?.requestSubmit() });
    const address = new URL(location.href);
    address.searchParams.delete("done");
    history.replaceState(history.state, "", address);
  }, [text, ref]);
  useEffect(() => {
    if (state.problem) toast(state.problem);
  }, [state]);
  return (
    <form ref={ref} action={send} hidden>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="caseId" value={caseId} />
      <input type="hidden" name="view" value={view} />
    </form>
  );
}
