import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** False until the script is there: what is pressed or written before that would be lost. */
export function useLive(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
