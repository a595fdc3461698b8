import { z } from "zod";
import { slugOf } from "@/lib/platform/slug";
import { idInput, lineInput } from "@/lib/platform/text-input";
import { minutesInput } from "./minutes-input";

export const MOST_POLICIES = 10;

const minutes = minutesInput(1_440);
/** Ten days of eight hours. */
const resolution = minutesInput(4_800);

/** Targets of their own for the questions that all given conditions fit; what is missing is the department's. */
const policyInput = z
  .object({
    category: idInput.optional(),
    tag: lineInput(1, 40).transform((name) => slugOf(name, name)).optional(),
    unanswered: z.boolean().default(false),
    firstReplyMinutes: minutes.optional(),
    nextReplyMinutes: minutes.optional(),
    messageMinutes: minutes.optional(),
    resolutionMinutes: resolution.optional(),
  })
  .refine(({ category, tag, unanswered }) => category !== undefined || tag !== undefined || unanswered, {
    path: ["category"],
    error: "error.policy.condition",
  });

/** What a department promises, in business minutes, how many people it calls at the same time, the pause after a chat, and who helps out. */
export const serviceInput = z.object({
  firstReplyMinutes: minutes.default(10),
  /** What is aimed at: counted, and nobody is told of more. */
  aimedReplyMinutes: minutes.default(1),
  nextReplyMinutes: minutes.default(5),
  messageMinutes: minutes.default(60),
  /** A working day. */
  resolutionMinutes: resolution.default(480),
  /** The first that fits a question counts. */
  policies: z.array(policyInput).max(MOST_POLICIES).default([]),
  callLines: z.coerce.number().int().min(1).max(20).default(1),
  /** What becomes of a case is said when it is closed, so little is left to do afterwards. */
  wrapUpSeconds: z.coerce.number().int().min(0).max(600).default(30),
  /** The department that is offered what nobody here took in time. */
  helpedBy: z.coerce.number().int().positive().nullable().default(null),
});

export type Service = z.infer<typeof serviceInput>;
export type Policy = Service["policies"][number];
