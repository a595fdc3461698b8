import type { Answer } from "./answer";
import { askNext, type NextHandler } from "./next-handler";

/**
 * Next answers what is missing or broken with an empty shell that only script can fill. Readers get a
 * whole page instead, under the same status: one searches the words of the address, one says what happened.
 */
export async function withStandIn(page: Answer, url: string, next: NextHandler): Promise<Answer> {
  const name = page.status === 404 ? "missing" : page.status >= 500 && !development ? "broken" : null;
  if (!name || !String(page.headers["content-type"]).startsWith("text/html")) return page;
  const locale = /^\/de(\/|\?|$)/.test(url) ? "de" : "en";
  const headers = { host: "kundig.internal", accept: "text/html" };
  const standIn = await askNext(next, { method: "GET", url: `/${locale}/${name}?path=${encodeURIComponent(url)}`, headers });
  return standIn.status === 200 ? { ...standIn, status: page.status } : page;
}

const development = process.env.NODE_ENV === "development";
