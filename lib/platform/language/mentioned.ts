const mention = /(?:^|\s)@([a-z0-9][a-z0-9-]{0,79})\b/g;

/** The names that follow an "@" in a note, once each. */
export function mentioned(text: string): Set<string> {
  return new Set([...text.matchAll(mention)].flatMap(([, name]) => name ?? []));
}
