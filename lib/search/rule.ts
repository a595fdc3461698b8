import { z } from "zod";
import { analyze } from "@/lib/platform/search/analyze";
import { lineInput } from "@/lib/platform/text-input";

export const ruleKinds = ["synonyms", "one_way", "stop_word", "pin", "weights"] as const;
export type RuleKind = (typeof ruleKinds)[number];

/** A word, or a few that stand together ("zweites Konto"). */
const word = lineInput(1, 60).refine((text) => wordsOf(text) > 0 && wordsOf(text) <= 4, "error.search.word");
const different = (list: string[]) => new Set(list.map((each) => each.toLowerCase())).size === list.length;
const weight = z.coerce.number().min(0.5).max(2).default(1);

/** What each kind of rule says. */
export const ruleData = {
  synonyms: z.object({ words: z.array(word).min(2, "error.search.twoWords").max(12).refine(different, "error.search.sameWord") }),
  one_way: z.object({ from: word, to: z.array(word).min(1).max(12).refine(different, "error.search.sameWord") }),
  stop_word: z.object({ word: word.refine((text) => wordsOf(text) === 1, "error.search.oneWord") }),
  pin: z.object({
    query: lineInput(2, 160).refine((text) => wordsOf(text) > 0, "error.search.word"),
    keys: z
      .array(z.string().regex(/^(?:thread|article):[1-9]\d{0,14}$/, "error.search.document"))
      .min(1, "error.search.document")
      .max(3)
      .refine(different, "error.search.sameDocument"),
  }),
  weights: z.object({ article: weight, solved: weight, open: weight }),
} satisfies Record<RuleKind, z.ZodType>;

export type RuleData = { [K in RuleKind]: z.output<(typeof ruleData)[K]> };

function wordsOf(text: string): number {
  return analyze(text, "en").length;
}
