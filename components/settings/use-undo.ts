import { startTransition, useEffect, useRef } from "react";
import { toast } from "@/components/ui/toast";
import type { useFormAction } from "@/components/ui/use-form-action";

/** `key`: what is saved, as no other form of the browser calls it; `saved`: what is said then. */
export type Undo = { key: string; saved: string };

/** After saving, a toast on the page that follows gives back what stood in the form before; without script there is none. */
export function useUndo(undo: Undo | undefined, { state, send, ref }: ReturnType<typeof useFormAction>): void {
  const former = useRef<[string, string][]>([]);
  const { key, saved } = undo ?? {};
  useEffect(() => {
    if (!key || !saved || !ref.current) return;
    former.current = cameWith(ref.current);
    const before = sessionStorage.getItem(`undo.${key}`);
    sessionStorage.removeItem(`undo.${key}`);
    if (!before || !new URLSearchParams(location.search).has("saved")) return;
    const form = new FormData();
    for (const [name, value] of JSON.parse(before) as [string, string][]) form.append(name, value);
    toast(saved, { undo: () => startTransition(() => send(form)) });
  }, [key, saved, send, ref]);
  useEffect(() => {
    if (key && state.goTo) sessionStorage.setItem(`undo.${key}`, JSON.stringify(former.current));
  }, [key, state.goTo]);
}

/** What the page brought, even if somebody has typed already; without what the framework adds. */
function cameWith(form: HTMLFormElement): [string, string][] {
  const untouched = form.cloneNode(true) as HTMLFormElement;
  untouched.reset();
  return [...new FormData(untouched)].flatMap(([name, value]) => (typeof value === "string" && !name.startsWith("$") ? [[name, value] as [string, string]] : []));
}
