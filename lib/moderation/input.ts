import { z } from "zod";
import { idInput, lineInput, textInput } from "@/lib/platform/text-input";

export const flagReasons = ["spam", "rude", "private", "dangerous", "off_topic", "other"] as const;

export const flagPostInput = z.object({
  targetKind: z.enum(["thread", "answer", "comment"]),
  targetId: idInput,
  reason: z.enum(flagReasons),
  note: textInput(0, 1000).default(""),
});

export const caseActions = ["hide", "delete", "keep"] as const;

export const decideCaseInput = z.object({
  /** hide: gone from the page, its author may appeal; delete: for good; keep: nothing wrong (a held post is published). */
  action: z.enum(caseActions),
  /** Told to the author when the post goes. */
  reason: lineInput(0, 500).default(""),
  version: z.number().int().positive().optional(),
});

export const sanctionInput = z.object({
  member: z.string().min(1).max(80),
  kind: z.enum(["warning", "suspension"]),
  rule: lineInput(2, 120),
  reason: textInput(10, 1000),
  days: z.number().int().min(1).max(365).optional(),
});

export const appealInput = z.object({
  decisionId: idInput.optional(),
  sanctionId: idInput.optional(),
  text: textInput(10, 2000),
});

export const decideAppealInput = z.object({ granted: z.boolean(), answer: textInput(10, 2000) });
