/** Characters browsers drop or fold while reading an address, so that "/\t/evil.example" is another host. */
const CONFUSING = /[\s\p{Cc}\\]/u;

/**
 * The address when it may be a link: http, https, mailto, or a path on this site. Null for everything else,
 * "//host" and every other scheme included.
 */
export function safeHref(address: string): string | null {
  if (CONFUSING.test(address)) return null;
  if (address.startsWith("/")) return address.startsWith("//") ? null : address;
  const [scheme = ""] = /^(?:mailto:[^?\s]+@|https?:\/\/(?=[^/]))/i.exec(address) ?? [];
  if (!scheme || !URL.canParse(address)) return null;
  const colon = scheme.indexOf(":");
  return scheme.slice(0, colon).toLowerCase() + address.slice(colon);
}

/** An image of ours: a path under /files/ that cannot climb out of it. */
export function isFilePath(address: string): boolean {
  return /^\/files\/[\w\-./]+$/.test(address) && !address.includes("..") && !address.includes("//");
}
