/** The beginning of a text on one line, at most `length` characters, cut between words and then marked with "…". */
export function excerpt(text: string, length: number): string {
  const line = text.replace(/\s+/gu, " ").trim();
  const characters = Array.from(line);
  if (characters.length <= length) return line;
  const head = characters.slice(0, Math.max(0, length - 1)).join("");
  const cutsWord = characters[Math.max(0, length - 1)] !== " ";
  const space = cutsWord ? head.lastIndexOf(" ") : -1;
  // One endless word is cut where it must be, rather than shown as nothing.
  const kept = space > 0 ? head.slice(0, space) : head;
  return `${kept.replace(/[\s,;:.–—-]+$/u, "")}…`;
}
