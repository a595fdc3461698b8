import { type ApiRequest, apiFetch, errorText } from "@/components/ui/api";
import { toast } from "@/components/ui/toast";

/**
 * Asks the server for what the page already shows. Refused, it is taken back and the reason is said.
 * Resolves to undefined then.
 */
export async function attempt<Result = unknown>(
  path: string,
  request: ApiRequest,
  { undo, offline }: { undo?: () => void; offline: string },
): Promise<Result | undefined> {
  try {
    return await apiFetch<Result>(path, request);
  } catch (error) {
    undo?.();
    toast(errorText(error, offline));
    return undefined;
  }
}
