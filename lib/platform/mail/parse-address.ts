import { domainToASCII } from "node:url";

const MAX_LENGTH = 254;
const MAX_LOCAL = 64;
/** What providers give out; quoted names, comments, lists and groups are grammar nobody types in good faith. */
const LOCAL = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/;

/**
 * Exactly one plain e-mail address with its domain in lower case and ASCII, or null. Strict on purpose: whatever
 * a mail program could read as a second recipient, and every sign that only looks like "@" or ".", is refused.
 */
export function parseAddress(input: unknown): string | null {
  if (typeof input !== "string" || input.length > MAX_LENGTH) return null;
  const text = input.trim();
  // Normalising would turn "＠" and "．" into real signs after they were looked at.
  if (text.normalize("NFKC") !== text) return null;
  const at = text.indexOf("@");
  const local = text.slice(0, at);
  if (at < 1 || local.length > MAX_LOCAL || !LOCAL.test(local)) return null;
  const domain = asciiDomain(text.slice(at + 1));
  const address = `${local}@${domain}`;
  return domain && address.length <= MAX_LENGTH ? address : null;
}

/** Names in letters of any language are fine ("müller.example"), once they are spelled for the mail server. */
function asciiDomain(domain: string): string | null {
  if (!/^[\p{L}\p{M}\p{N}.-]+$/u.test(domain)) return null;
  const ascii = domainToASCII(domain.toLowerCase());
  return ascii.length <= 253 && DOMAIN.test(ascii) ? ascii : null;
}
