import { z } from "zod";
import { textInput } from "@/lib/platform/text-input";

export const REASON_CHARS = 10;

export const holdInput = z.object({
  reason: textInput(REASON_CHARS, 1_000),
  /** Every conversation of this customer, also later ones. */
  ofCustomer: z.boolean().default(false),
});
