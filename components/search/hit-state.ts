import type { StateName } from "@/components/ui/state";

type Found = { kind: "thread" | "article"; state: string; official: boolean; threadKind?: "question" | "discussion" | "announcement" | null; cue?: object | null };
export type HitState = Extract<StateName, "guide" | "video" | "solved" | "official" | "answered" | "unanswered" | "discussion" | "announcement">;

/** The state by which a hit is shown. Only questions wait for answers. */
export function hitState({ kind, state, official, threadKind, cue }: Found): HitState {
  if (cue) return "video";
  if (kind === "article") return "guide";
  if (threadKind === "discussion" || threadKind === "announcement") return threadKind;
  if (state === "solved") return "solved";
  if (state === "answered") return official ? "official" : "answered";
  return "unanswered";
}
