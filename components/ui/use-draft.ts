import { useCallback, useEffect, useRef, useState, type RefObject } from "react";
import { onDraftCleared, readDraft, writeDraft } from "./draft";

type Draft = { restored: boolean; keep: () => void; discard: () => void };

/** Keeps what is in the field under a key, brings it back after a reload and gives it up once sent. */
export function useDraft(
  field: RefObject<HTMLTextAreaElement | null>,
  key: string | undefined,
  changed: () => void,
): Draft {
  const [restored, setRestored] = useState(false);
  const timer = useRef(0);
  const latest = useRef("");
  const put = useCallback(
    (text: string) => {
      latest.current = text;
      if (field.current) field.current.value = text;
      changed();
    },
    [field, changed],
  );
  const save = useCallback(() => {
    window.clearTimeout(timer.current);
    if (key) writeDraft(key, latest.current);
  }, [key]);

  useEffect(() => {
    const element = field.current;
    if (!key || !element) return;
    const draft = readDraft(key);
    // Something typed before this script arrived is newer than the draft.
    if (draft && draft !== element.value && element.value === element.defaultValue && !element.defaultValue) {
      put(draft);
      setRestored(true);
    } else latest.current = element.value;
    // React empties a form after its action, whether it worked or was refused: text must not be lost.
    const onReset = () => setTimeout(() => put(latest.current));
    const form = element.form;
    form?.addEventListener("reset", onReset);
    window.addEventListener("pagehide", save);
    const stop = onDraftCleared(key, () => {
      window.clearTimeout(timer.current);
      setRestored(false);
      put("");
    });
    return () => {
      form?.removeEventListener("reset", onReset);
      window.removeEventListener("pagehide", save);
      stop();
    };
  }, [field, key, put, save]);

  const keep = () => {
    latest.current = field.current?.value ?? "";
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(save, 400);
  };
  const discard = () => {
    put("");
    save();
    setRestored(false);
    field.current?.focus();
  };
  return { restored, keep, discard };
}
