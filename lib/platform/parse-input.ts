import type { z } from "zod";
import { InvalidInput, type Sentence } from "./errors";
import { isStorable } from "./storable";
import { isMessageKey } from "./i18n/translator";

/**
 * Parses what came from outside. A schema may name its own sentence by using a message key as
 * its error; otherwise a general sentence is chosen. Throws InvalidInput with one sentence per field.
 */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input, { reportInput: true });
  if (!parsed.success) throw new InvalidInput(sentencesOf(parsed.error));
  if (!isStorable(parsed.data)) throw new InvalidInput(unstorableFields(parsed.data));
  return parsed.data;
}

function unstorableFields(data: unknown): Record<string, Sentence> {
  const parts = typeof data === "object" && data !== null ? Object.entries(data) : [["form", data] as const];
  return Object.fromEntries(parts.filter(([, part]) => !isStorable(part)).map(([field]) => [field, { key: "error.invalidValue" }]));
}

export function sentencesOf(error: z.ZodError): Record<string, Sentence> {
  const fields: Record<string, Sentence> = {};
  for (const issue of error.issues) {
    const field = issue.path.join(".") || "form";
    fields[field] ??= sentenceOf(issue);
  }
  return fields;
}

function sentenceOf(issue: z.core.$ZodIssue): Sentence {
  if (isMessageKey(issue.message)) {
    const values: Record<string, number> = {};
    if ("minimum" in issue) values.minimum = Number(issue.minimum);
    if ("maximum" in issue) values.maximum = Number(issue.maximum);
    return { key: issue.message, values };
  }
  if (issue.code === "too_small" && issue.origin === "string") {
    if (Number(issue.minimum) <= 1) return { key: "error.required" };
    return { key: "error.tooShort", values: { minimum: Number(issue.minimum) } };
  }
  if (issue.code === "too_big" && issue.origin === "string") {
    return { key: "error.tooLong", values: { maximum: Number(issue.maximum) } };
  }
  if (issue.code === "too_small" && (issue.origin === "number" || issue.origin === "int")) return { key: "error.tooSmall", values: { minimum: Number(issue.minimum) } };
  if (issue.code === "too_big" && (issue.origin === "number" || issue.origin === "int")) return { key: "error.tooBig", values: { maximum: Number(issue.maximum) } };
  if (issue.code === "invalid_type" && (issue.expected === "number" || issue.expected === "int") && issue.input !== undefined) return { key: "error.number" };
  if (issue.code === "invalid_type" && issue.input === undefined) return { key: "error.required" };
  return { key: "error.invalidValue" };
}
