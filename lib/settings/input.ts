import { z } from "zod";
import { lineInput } from "@/lib/platform/text-input";

const searches = z.array(lineInput(2, 60)).max(8);

export const companyInput = z.object({
  name: lineInput(2, 60),
  legalName: lineInput(2, 120),
  popularSearches: z.object({ de: searches, en: searches }),
});
