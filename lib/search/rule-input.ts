import { z } from "zod";
import { locales } from "@/lib/platform/i18n/locale";
import { idInput } from "@/lib/platform/text-input";
import { ruleData } from "./rule";

const common = { locale: z.enum(locales), replacesId: idInput.nullish() };

/** One rule as it is saved or tried. */
export const ruleInput = z.discriminatedUnion("kind", [
  z.object({ ...common, kind: z.literal("synonyms"), data: ruleData.synonyms }),
  z.object({ ...common, kind: z.literal("one_way"), data: ruleData.one_way }),
  z.object({ ...common, kind: z.literal("stop_word"), data: ruleData.stop_word }),
  z.object({ ...common, kind: z.literal("pin"), data: ruleData.pin }),
  z.object({ ...common, kind: z.literal("weights"), data: ruleData.weights }),
]);

export type RuleInput = z.output<typeof ruleInput>;

export const ruleIdInput = z.object({ id: idInput });
