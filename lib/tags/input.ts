import { z } from "zod";
import { lineInput, textInput } from "@/lib/platform/text-input";

export const listTagsInput = z.object({
  /** Beginning of a slug or name, for choosing tags while writing. */
  startsWith: z.string().max(40).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

export const editTagInput = z.object({
  slug: z.string().min(1).max(80),
  name: lineInput(1, 40).optional(),
  description: textInput(0, 10_000).optional(),
});
