import { useState } from "react";
import { errorText } from "./api";
import { toast } from "./toast";

/** Busy while an act runs, and no other begins. What went wrong is told, in the words of `problem` where nothing better is known. */
export function useAct(problem: string): [busy: boolean, act: (work: () => Promise<unknown>) => Promise<void>] {
  const [busy, setBusy] = useState(false);
  const act = async (work: () => Promise<unknown>) => {
    if (busy) return;
    setBusy(true);
    try {
      await work();
    } catch (error) {
      toast(errorText(error, problem));
    }
    setBusy(false);
  };
  return [busy, act];
}
