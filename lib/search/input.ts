import { z } from "zod";
import { locales } from "@/lib/platform/i18n/locale";
import { readDay } from "./filter-words";
import { sinceNames } from "./since";
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
  .union([z.string().max(600), z.array(z.string().max(80)).max(10)])
  .transform((value) =>
    (typeof value === "string" ? value.split(",").map((name) => name.trim()) : value).filter(Boolean),
  )
  .transform((list) => (list.length > 0 ? list : undefined))
  .optional();

/** Once read, an address's "true" is read again where it is asked for. */
const flag = z.union([z.boolean(), z.stringbool()]).optional().catch(undefined);

/** A day that does not exist is none. */
const day = z
  .string()
  .max(40)
  .transform((text) => readDay(text.trim()))
  .optional();

export const searchInput = z.object({
  q: typed.default(""),
  kinds: names.describe("Any of thread, article, video (what is said in the videos of articles); all unless given"),
  locale: z.enum(locales).optional().catch(undefined),
  /** Each of these lists: any of them. */
  category: names,
  tag: names,
  state: names,
  product: names,
  /** Handle or name of who wrote it. */
  author: z.string().max(80).transform((name) => name.trim() || undefined).optional(),
  since: z.enum(sinceNames).optional().catch(undefined),
  /** Written on this day (2026-03-01), in this month (2026-03) or year, or later; and before it. */
  after: day,
  before: day,
  typing: flag.describe("One of many key presses: what shares no word with them, but means the same, is not looked for yet"),
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
  kinds: names,
  limit: z.coerce.number().int().min(1).max(10).default(5),
  preferLocale: z.enum(locales).default("en"),
  unsure: flag.describe("Also what only resembles it, after what is likely the same"),
  /** Shows everything, whatever is being compared. */
  all: flag,
  /** Who is writing, when nobody is signed in. */
  voice: z.string().max(100).optional(),
  thread: idInput.optional().describe("The question that was asked with these words: nothing is more like it, so it is left out"),
});

const shown = z.object({ kind: z.enum(hitKinds), id: idInput });

export const suggestionOutcomeInput = z.object({
  title: lineInput(0, 300),
  shown: z.array(shown).max(20),
  opened: z.array(shown).max(20).default([]),
  outcome: z.enum(outcomes),
  threadId: idInput.nullish(),
  /** Nothing was shown, for comparison. */
  held: z.boolean().default(false),
  /** The reader's language, in which it was asked. */
  locale: z.enum(locales).optional(),
  /** Who it was, when nobody is signed in. */
  voice: z.string().max(100).optional(),
});
