import { z } from "zod";
import { locales } from "@/lib/platform/i18n/locale";
import { idInput, lineInput, textInput } from "@/lib/platform/text-input";

export const threadKinds = ["question", "discussion", "announcement"] as const;
export const threadStates = ["unanswered", "answered", "solved", "rejected", "escalated"] as const;
export const threadSorts = ["latest", "unanswered", "needs", "solved"] as const;

const title = lineInput(8, 160);
const body = textInput(1, 30_000);
const tags = z.array(lineInput(1, 40)).max(5, "error.thread.tooManyTags");
const facts = z.array(z.object({ label: lineInput(1, 40), value: lineInput(1, 120) })).max(8);
const tried = z.array(lineInput(1, 160)).max(10);
const reason = lineInput(0, 500);

export const postThreadInput = z.object({
  title,
  body,
  category: z.string().min(1, "error.category.choose").max(80),
  tags: tags.default([]),
  kind: z.enum(threadKinds).default("question"),
  facts: facts.default([]),
  tried: tried.default([]),
  locale: z.enum(locales).optional(),
  /** Chosen by the sender: the same post sent twice is one thread. */
  clientId: z.uuid().optional(),
});

export const editThreadInput = z.object({
  id: idInput,
  /** The version the editor began with. */
  version: z.number().int().positive().optional(),
  title: title.optional(),
  body: body.optional(),
  tags: tags.optional(),
  facts: facts.optional(),
  tried: tried.optional(),
});

export const deleteThreadInput = z.object({ id: idInput, reason: reason.default("") });
export const lockThreadInput = z.object({ id: idInput, locked: z.boolean(), reason: reason.default("") });
export const pinThreadInput = z.object({ id: idInput, pinned: z.boolean() });
export const closeAsDuplicateInput = z.object({ id: idInput, duplicateOf: idInput.nullable() });
export const mergeThreadInput = z.object({ id: idInput, into: idInput });
export const moveThreadInput = z.object({ id: idInput, category: z.string().min(1).max(80) });
export const setMeTooInput = z.object({ id: idInput, on: z.boolean() });
export const setSubscriptionInput = z.object({ id: idInput, on: z.boolean() });

export const listThreadsInput = z.object({
  category: z.string().max(80).optional(),
  tag: z.string().max(80).optional(),
  state: z.enum(threadStates).optional(),
  kind: z.enum(threadKinds).optional(),
  locale: z.enum(locales).optional(),
  author: z.string().max(80).optional(),
  sort: z.enum(threadSorts).default("latest"),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});
