import { useCallback, useEffect, useRef, useState } from "react";
import { readDraft, writeDraft } from "@/components/ui/draft";

/** A field's text that survives a reload, under a key of its own. */
export function useKeptText(key: string): [string, (text: string) => void] {
  const [text, setText] = useState("");
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef("");
  useEffect(() => {
    latest.current = readDraft(key);
    setText(latest.current);
    const save = () => writeDraft(key, latest.current);
    window.addEventListener("pagehide", save);
    return () => {
      clearTimeout(timer.current);
      save();
      window.removeEventListener("pagehide", save);
    };
  }, [key]);
  const change = useCallback(
    (next: string) => {
      latest.current = next;
      setText(next);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => writeDraft(key, latest.current), next ? 300 : 0);
    },
    [key],
  );
  return [text, change];
}
