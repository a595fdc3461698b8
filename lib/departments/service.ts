import { z } from "zod";

const minutes = (usual: number) => z.coerce.number().int().min(1).max(1_440).default(usual);

/** What a department promises, in business minutes, and how many people it calls at the same time. */
export const serviceInput = z.object({
  firstReplyMinutes: minutes(10),
  nextReplyMinutes: minutes(5),
  messageMinutes: minutes(60),
  callLines: z.coerce.number().int().min(1).max(20).default(1),
});

export type Service = z.infer<typeof serviceInput>;
