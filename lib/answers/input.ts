import { z } from "zod";
import { idInput, lineInput, textInput } from "@/lib/platform/text-input";

export const answerBody = textInput(1, 30_000);

export const postAnswerInput = z.object({
  threadId: idInput,
  body: answerBody,
  /** Chosen by the sender: the same answer sent twice is one. */
  clientId: z.uuid().optional(),
  /** The live conversation whose result this is; staff only. */
  conversationId: idInput.optional(),
});

export const editAnswerInput = z.object({
  id: idInput,
  body: answerBody,
  /** The version the editor began with. */
  version: z.number().int().positive().optional(),
});

export const deleteAnswerInput = z.object({ id: idInput, reason: lineInput(0, 500).default("") });
export const setAcceptanceInput = z.object({ id: idInput, accepted: z.boolean() });
export const setRejectionInput = z.object({ id: idInput, rejected: z.boolean() });

export const listAnswersInput = z.object({
  threadId: idInput,
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(50),
});
