import { z } from "zod";

/** Postgres stores neither NUL nor half of a surrogate pair. */
function storable(text: string): string {
  return text.replaceAll("\0", "").replace(/\p{Surrogate}/gu, "\uFFFD");
}

/** One line: outer and repeated white space taken away before it is measured. */
export function lineInput(minimum: number, maximum: number) {
  return z
    .string()
    .overwrite((text) => storable(text).replace(/\s+/g, " ").trim())
    .min(minimum)
    .max(maximum);
}

/** Several lines, Markdown as a rule. */
export function textInput(minimum: number, maximum: number) {
  return z
    .string()
    .overwrite((text) => storable(text).replace(/\r\n?/g, "\n").replace(/^(?:[ \t]*\n)+|\s+$/g, ""))
    .min(minimum)
    .max(maximum);
}

/** A row's number; from forms and addresses it comes as text. */
export const idInput = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);
