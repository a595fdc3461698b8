import { z } from "zod";
import { idInput, lineInput, textInput } from "@/lib/platform/text-input";

const body = textInput(1, 2_000);

export const postCommentInput = z
  .object({
    threadId: idInput.optional(),
    answerId: idInput.optional(),
    body,
    /** Chosen by the sender: the same comment sent twice is one. */
    clientId: z.uuid().optional(),
  })
  .refine((input) => (input.threadId === undefined) !== (input.answerId === undefined), { path: ["threadId"] });

export const editCommentInput = z.object({ id: idInput, body });
export const deleteCommentInput = z.object({ id: idInput, reason: lineInput(0, 500).default("") });

export const listCommentsInput = z.object({
  threadId: idInput,
  answerId: idInput.optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(50),
});
