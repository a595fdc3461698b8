import { z } from "zod";
import { idInput, lineInput, textInput } from "@/lib/platform/text-input";
import { choices } from "@/lib/queue/choice";
import { withholdable } from "./packet";

export const MESSAGE_CHARS = 8_000;
export const NOTE_CHARS = 10;

export const escalateInput = z.object({
  choice: z.enum(choices, "error.chat.choice"),
  /** Parts of the packet the asker keeps back. */
  hidden: z.array(z.enum(withholdable)).max(withholdable.length).default([]),
  /** Of the request, filled in by the edge. */
  userAgent: z.string().max(2_000).default(""),
});

export const postMessageInput = z.object({
  clientId: z.uuid().overwrite((id) => id.toLowerCase()),
  body: textInput(1, MESSAGE_CHARS),
  visibility: z.enum(["all", "staff"]).default("all"),
  /** The last message the sender had seen. */
  baseSeq: z.number().int().min(0).max(2_147_483_647).optional(),
});

export const listMessagesInput = z.object({
  after: z.coerce.number().int().min(0).max(2_147_483_647).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(200),
});

export const markReadInput = z.object({ seq: z.number().int().min(0).max(2_147_483_647) });

export const transferInput = z
  .object({
    note: textInput(NOTE_CHARS, 2_000),
    departmentId: idInput.optional(),
    agentId: idInput.optional(),
    skill: lineInput(1, 60).optional(),
  })
  .refine(({ departmentId, agentId, skill }) => [departmentId, agentId, skill].filter((one) => one !== undefined).length === 1, {
    error: "error.chat.transferTarget",
    path: ["agentId"],
  });

export const publicationInput = z.object({
  /** The messages the answer was made of. */
  seqs: z.array(z.number().int().positive()).min(1, "error.chat.pickMessages").max(100),
  body: textInput(1, 30_000),
});

export const closeInput = z
  .object({
    disposition: z.enum(["publish", "linked", "private"], "error.chat.disposition"),
    reason: textInput(0, 500).default(""),
    linkedAnswerId: idInput.optional(),
    linkedArticleId: idInput.optional(),
    /** Sent for consent in the same step. */
    publication: publicationInput.optional(),
  })
  .superRefine((input, context) => {
    if (input.disposition === "private" && input.reason.length < 3) {
      context.addIssue({ code: "custom", path: ["reason"], message: "error.chat.reason" });
    }
    const links = [input.linkedAnswerId, input.linkedArticleId].filter((id) => id !== undefined).length;
    if (input.disposition === "linked" && links !== 1) {
      context.addIssue({ code: "custom", path: ["linkedAnswerId"], message: "error.chat.link" });
    }
  });

const stars = z.number().int().min(1).max(5);
export const rateInput = z.object({ fast: stars, clear: stars, fair: stars });

export const changeChoiceInput = z.object({ choice: z.enum(choices, "error.chat.choice") });
