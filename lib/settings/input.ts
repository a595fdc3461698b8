import { z } from "zod";
import { lineInput, textInput } from "@/lib/platform/text-input";

const searches = z.array(lineInput(2, 60)).max(8);

export const companyInput = z.object({
  name: lineInput(2, 60),
  legalName: lineInput(2, 120),
  popularSearches: z.object({ de: searches, en: searches }),
});

export const macroInput = z.object({
  /** Of the one that is changed; absent for a new one. */
  key: lineInput(1, 60).optional(),
  nameDe: lineInput(2, 80),
  nameEn: lineInput(2, 80),
  bodyDe: textInput(2, 4000),
  bodyEn: textInput(2, 4000),
  /** Slugs; none: all departments. */
  departments: z.array(lineInput(1, 80)).max(100),
  /** Offered to agents; a draft is seen by those who write replies alone. */
  approved: z.boolean().default(true),
});
