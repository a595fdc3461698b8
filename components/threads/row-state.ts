import type { StateName } from "@/components/ui/state";
import type { ThreadKind, ThreadState } from "@/lib/threads/thread-view";

type Shown = { kind: ThreadKind; state: ThreadState; status?: string; liveSince?: Date | null; official?: boolean };

/** The one state by which a list shows a thread. */
export function rowState({ kind, state, status, liveSince, official }: Shown): StateName {
  if (status === "held" || status === "hidden") return status;
  if (kind !== "question") return kind;
  if (liveSince) return "live";
  if (state === "solved") return "solved";
  if (state === "answered") return official ? "official" : "answered";
  return state === "escalated" ? "withSupport" : "unanswered";
}
