/** What a macro may name; null where it is not known in this conversation. */
export type MacroValues = Record<string, string | null>;

/** Puts the values in. What is not known stands as "[appliance?]", which is never sent as it is. */
export function fillMacro(body: string, values: MacroValues): string {
  return body.replaceAll(/\{\{\s*(\w+)\s*\}\}/g, (_, slot: string) => values[slot] ?? `[${slot}?]`);
}

/** The first place in a text that is still to be filled in. */
export function unfilled(text: string): string | null {
  return /\[\w+\?\]|\{\{\s*\w+\s*\}\}/.exec(text)?.[0] ?? null;
}
