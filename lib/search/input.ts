import { z } from "zod";
import { locales } from "@/lib/platform/i18n/locale";
import { idInput, lineInput } from "@/lib/platform/text-input";

export const hitKinds = ["thread", "article"] as const;
export const outcomes = ["left_satisfied", "me_too", "posted_anyway", "abandoned"] as const;

/** What is typed to find something is never refused for a sign in it. */
const typed = z
  .string()
  .max(100_000)
  .overwrite((text) => text.replace(/[\0\p{Surrogate}]/gu, " "));

/** "thread,article" or a list; what does not exist finds nothing rather than everything. */
const names = z
  .union([z.string().max(200), z.array(z.string().max(40)).max(10)])
  .transform((value) =>
    (typeof value === "string" ? value.split(",").map((name) => name.trim()) : value).filter(Boolean),
  )
  .transform((list) => (list.length > 0 ? list : undefined))
  .optional();

export const searchInput = z.object({
  q: typed.default(""),
  kinds: names,
  locale: z.enum(locales).optional().catch(undefined),
  category: z.string().max(80).optional(),
  tag: z.string().max(80).optional(),
  state: names,
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(200).optional(),
  /** The reader's language: addresses are made for it, and what is written in it comes a little earlier. */
  preferLocale: z.enum(locales).default("en"),
  /** Whose key presses these are, when nobody is signed in. */
  voice: z.string().max(100).optional(),
});

export const suggestInput = z.object({
  title: typed.default(""),
  body: typed.default(""),
  limit: z.coerce.number().int().min(1).max(10).default(5),
  preferLocale: z.enum(locales).default("en"),
});

const shown = z.object({ kind: z.enum(hitKinds), id: idInput });

export const suggestionOutcomeInput = z.object({
  title: lineInput(0, 300),
  shown: z.array(shown).max(20),
  opened: z.array(shown).max(20).default([]),
  outcome: z.enum(outcomes),
  threadId: idInput.nullish(),
});
