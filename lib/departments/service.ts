import { z } from "zod";

const minutes = (usual: number) => z.coerce.number().int().min(1).max(1_440).default(usual);

/** What a department promises, in business minutes, how many people it calls at the same time, the pause after a chat, and who helps out. */
export const serviceInput = z.object({
  firstReplyMinutes: minutes(10),
  nextReplyMinutes: minutes(5),
  messageMinutes: minutes(60),
  callLines: z.coerce.number().int().min(1).max(20).default(1),
  /** What becomes of a case is said when it is closed, so little is left to do afterwards. */
  wrapUpSeconds: z.coerce.number().int().min(0).max(600).default(30),
  /** The department that is offered what nobody here took in time. */
  helpedBy: z.coerce.number().int().positive().nullable().default(null),
});

export type Service = z.infer<typeof serviceInput>;
