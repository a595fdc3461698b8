import { z } from "zod";
import { lineInput } from "@/lib/platform/text-input";
import { keepMonths } from "./get-keep-months";

const searches = z.array(lineInput(2, 60)).max(8);

export const companyInput = z.object({
  name: lineInput(2, 60),
  legalName: lineInput(2, 120),
  keepMonths: z.coerce.number().int().min(keepMonths.least).max(keepMonths.most),
  popularSearches: z.object({ de: searches, en: searches }),
});
