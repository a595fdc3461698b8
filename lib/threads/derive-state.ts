import type { ThreadState } from "./thread-view";

export type StateFacts = {
  /** Accepted answers that everybody may see. */
  accepted: number;
  /** Visible answers of others than the asker that the asker has not turned down. */
  open: number;
  /** Visible answers of others that did not help. */
  rejected: number;
  /** Somebody is being helped by, or waits for, an agent. */
  conversation: boolean;
  /** The asker was helped by what stands elsewhere. */
  helped: boolean;
};

/** The state of a thread follows from what happened in it; nobody sets it. */
export function deriveState({ accepted, open, rejected, conversation, helped }: StateFacts): ThreadState {
  if (accepted > 0) return "solved";
  if (conversation) return "escalated";
  if (open > 0 || helped) return "answered";
  return rejected > 0 ? "rejected" : "unanswered";
}

/** One more open answer, without reading the others: what `deriveState` would say then. */
export function stateAfterAnswer(before: ThreadState, byAsker: boolean): ThreadState {
  if (byAsker || before === "solved" || before === "escalated") return before;
  return "answered";
}
