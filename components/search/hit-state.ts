import type { StateName } from "@/components/ui/state";

type Found = { kind: "thread" | "article"; state: string; official: boolean };

/** The state by which a hit is shown. */
export function hitState({ kind, state, official }: Found): Extract<StateName, "guide" | "solved" | "official" | "answered" | "unanswered"> {
  if (kind === "article") return "guide";
  if (state === "solved") return "solved";
  if (state === "answered") return official ? "official" : "answered";
  return "unanswered";
}
