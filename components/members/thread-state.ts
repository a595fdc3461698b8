import type { StateName } from "@/components/ui/state";

type Shown = { kind: string; state: string; status?: string; liveSince?: Date | null };

/** Which state's shape a thread carries in a list. */
export function threadState({ kind, state, status, liveSince }: Shown): StateName {
  if (status === "held" || status === "hidden") return status;
  if (kind === "discussion" || kind === "announcement") return kind;
  if (liveSince) return "live";
  if (state === "solved" || state === "answered") return state;
  return state === "escalated" ? "withSupport" : "unanswered";
}
