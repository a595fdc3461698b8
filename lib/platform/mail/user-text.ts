/** A scheme, an address or something that mail programs take for a host name: at least two letters after a dot. */
const ADDRESS = /:\/\/|@(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}_-])[.。．](?=\p{L}{2})/giu;
const HIDDEN = /[\p{Cc}\p{Cf}\p{Co}\u2028\u2029]+/gu;

/**
 * Text of a member (a name, a title) fit to stand in a letter: on one line, at most `length` characters, and with
 * nothing in it that a mail program would turn into a link: "shop.example" reads "shop[.]example".
 */
export function userText(text: string, length = 120): string {
  const line = text.replace(HIDDEN, " ").replace(/\s+/gu, " ").trim();
  const signs = Array.from(line);
  const short =
    signs.length > length
      ? `${signs
          .slice(0, length - 1)
          .join("")
          .trimEnd()}…`
      : line;
  return short.replace(ADDRESS, (found) => harmless[found] ?? "[.]");
}

const harmless: Record<string, string> = { "@": "[at]", "://": "[:]//" };
