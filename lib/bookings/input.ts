import { z } from "zod";
import { lineInput } from "@/lib/platform/text-input";

const FEWEST_DIGITS = 6;

export const callOutcomeInput = z.object({ outcome: z.enum(["made", "missed"], "error.invalidValue") });

export const bookCallInput = z.object({
  startsAt: z.coerce.date("error.call.time"),
  phone: lineInput(0, 30).refine(
    (text) => /^\+?[\d\s()/.-]+$/.test(text) && text.replace(/\D/g, "").length >= FEWEST_DIGITS,
    "error.call.phone",
  ),
});
