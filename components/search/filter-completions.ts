/** How a filter is called in the reader's language, and what it can be. */
export type FilterName = { name: string; values: { value: string; label: string }[]; /** Members are looked up. */ people?: boolean };
/** What a choice puts in the place of the word being typed. */
export type Completion = { text: string; label: string };

const fewest = 3;
const most = 7;

/** What the last word may become: a filter's name from its third letter on, its values from the colon on. */
export function completionsOf(typed: string, filters: FilterName[]): Completion[] {
  const word = lastWord(typed);
  const colon = word.indexOf(":");
  if (colon < 0) {
    if (word.length < fewest) return [];
    return filters.filter(({ name }) => name.startsWith(word.toLowerCase())).map(({ name }) => ({ text: `${name}:`, label: "" }));
  }
  const filter = filters.find(({ name }) => name === word.slice(0, colon).toLowerCase());
  const begun = word.slice(colon + 1).replaceAll('"', "").toLowerCase();
  return (filter?.values ?? [])
    .filter(({ value, label }) => value.toLowerCase() !== begun && (value.toLowerCase().startsWith(begun) || label.toLowerCase().split(/\s+/).some((part) => part.startsWith(begun))))
    .slice(0, most)
    .map(({ value, label }) => ({ text: `${filter?.name}:${/\s/.test(value) ? `"${value}"` : value} `, label: label === value ? "" : label }));
}

/** The typed text with its last word replaced. */
export function complete(typed: string, { text }: Completion): string {
  return typed.slice(0, typed.length - lastWord(typed).length) + text;
}

/** Whom to look for while a member's name is being typed; null otherwise. */
export function personBegun(typed: string, filters: FilterName[]): string | null {
  const [name, begun] = lastWord(typed).split(":");
  return begun && filters.some((filter) => filter.people && filter.name === name?.toLowerCase()) ? begun.replace(/^[@"]+/, "") : null;
}

function lastWord(typed: string): string {
  return /(?:^|\s)([\p{L}]+:"[^"]*|\S*)$/u.exec(typed)?.[1] ?? "";
}
