import { z } from "zod";
import { idInput, lineInput, textInput } from "@/lib/platform/text-input";

export const macroInput = z.object({
  /** Of the one that is changed; absent for a new one. */
  id: idInput.optional(),
  nameDe: lineInput(2, 80),
  nameEn: lineInput(2, 80),
  bodyDe: textInput(2, 4000),
  bodyEn: textInput(2, 4000),
  /** Slugs of those it is for; none: all. */
  departments: z.array(lineInput(1, 80)).max(100),
  /** For all who work there at once; asked of managers alone. */
  approved: z.boolean().default(false),
});

export const refuseMacroInput = z.object({ id: idInput, reason: lineInput(3, 300) });
