/** Postgres stores neither NUL nor half of a surrogate pair. */
export function storable(text: string): string {
  return text.replaceAll("\0", "").replace(/\p{Surrogate}/gu, "\uFFFD");
}

/** At most so long, and never half a sign at the end. */
export function cut(text: string, longest: number): string {
  return text.slice(0, longest).replace(/[\uD800-\uDBFF]$/, "").trimEnd();
}

/** On one line, at most so long. */
export function oneLine(text: string, longest: number): string {
  return cut(text.replace(/\s+/g, " ").trim(), longest);
}
