import { type ApiRequest, apiFetch, errorText } from "@/components/ui/api";
import { toast } from "@/components/ui/toast";

let lastAct = 0;
/** News that come this soon after an own act are most likely about it (ms). */
const echoes = 3_000;

/** Whether news just heard is about what this reader did a moment ago. */
export function isOwnEcho(): boolean {
  return Date.now() - lastAct < echoes;
}

export function noteOwnAct(): void {
  lastAct = Date.now();
}

/**
 * Asks the server for what the page already shows. Refused, it is taken back and the reason is said.
 * Resolves to undefined then.
 */
export async function attempt<Result = unknown>(
  path: string,
  request: ApiRequest,
  { undo, offline }: { undo?: () => void; offline: string },
): Promise<Result | undefined> {
  noteOwnAct();
  try {
    return await apiFetch<Result>(path, request);
  } catch (error) {
    undo?.();
    toast(errorText(error, offline));
    return undefined;
  }
}
