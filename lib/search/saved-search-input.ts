import { z } from "zod";
import { locales } from "@/lib/platform/i18n/locale";
import { idInput, lineInput } from "@/lib/platform/text-input";

const kept = ["q", "kinds", "state", "category", "tag", "product", "author", "locale", "since", "after", "before"];

/** What stands behind /search? in an address, always in the same order; what is no part of a search is left out. */
const query = z
  .string()
  .max(2_500)
  .transform((text) => {
    const given = new URLSearchParams(text.replace(/^\?/, ""));
    const clean = new URLSearchParams();
    for (const name of kept) {
      const value = given.getAll(name).join(",").replace(/[\0\p{Surrogate}]/gu, " ").trim();
      if (value) clean.set(name, value);
    }
    return clean.toString();
  })
  .refine((text) => text !== "", "error.search.nothing");

export const saveSearchInput = z.object({ query, name: lineInput(0, 80).default(""), locale: z.enum(locales).default("en") });
export const editSavedSearchInput = z.object({ id: idInput, name: lineInput(1, 80).optional(), tellsNew: z.boolean().optional() });
export const savedSearchInput = z.object({ id: idInput });
