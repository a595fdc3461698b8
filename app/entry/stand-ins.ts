import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { isDatabaseAway } from "@/lib/platform/database-away";
import type { Answer } from "./answer";
import { askNext, type NextHandler } from "./next-handler";

/**
 * Next answers what is missing or broken with an empty shell that only script can fill. Readers get a
 * whole page instead, under the same status: one searches the words of the address, one says what happened.
 */
export async function withStandIn(page: Answer, url: string, next: NextHandler): Promise<Answer> {
  const name = page.status === 404 ? "missing" : page.status >= 500 && !development ? "broken" : null;
  if (!name || !String(page.headers["content-type"]).startsWith("text/html")) return page;
  const standIn = await askForStandIn(name, localeOf(url), url, next);
  if (standIn.status !== 200) return page;
  if (name === "missing" || (await isDatabaseThere())) return { ...standIn, status: page.status };
  return { ...standIn, status: 503, headers: { ...standIn.headers, "retry-after": "2" } };
}

const busyPages = new Map<string, Promise<Answer>>();

/** For readers who are sent away because too much is asked: made once, or turning away would be work itself. */
export async function busyPage(url: string, retryAfterSeconds: number, next: NextHandler): Promise<Answer> {
  const locale = localeOf(url);
  const kept = busyPages.get(locale) ?? askForStandIn("broken", locale, "/", next);
  busyPages.set(locale, kept);
  kept.then(({ status }) => status !== 200 && busyPages.delete(locale)).catch(() => busyPages.delete(locale));
  const page = await kept;
  return { ...page, status: 503, headers: { ...page.headers, "retry-after": String(retryAfterSeconds), "cache-control": "no-store" } };
}

function askForStandIn(name: string, locale: string, url: string, next: NextHandler): Promise<Answer> {
  const headers = { host: "kundig.internal", accept: "text/html" };
  return askNext(next, { method: "GET", url: `/${locale}/${name}?path=${encodeURIComponent(url)}`, headers });
}

function localeOf(url: string): string {
  return /^\/de(\/|\?|$)/.test(url) ? "de" : "en";
}

/** Next keeps to itself why a page failed. */
async function isDatabaseThere(): Promise<boolean> {
  try {
    await db.execute(sql`select 1`);
    return true;
  } catch (error) {
    return !isDatabaseAway(error);
  }
}

const development = process.env.NODE_ENV === "development";
