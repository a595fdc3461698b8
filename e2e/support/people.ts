import type { Browser, BrowserContext, BrowserContextOptions, Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { db, inTransaction } from "@/db/client";
import { members } from "@/db/schema";
import { createSession } from "@/lib/platform/auth/create-session";
import { sessionCookies } from "@/lib/platform/auth/session-cookies";

process.env.DATABASE_URL ??= process.env.KUNDIG_E2E_DATABASE_URL;

/** A browser of its own in which `name` of the sample community is signed in. */
export async function openAs(browser: Browser, baseURL: string | undefined, name: string, locale = "en-GB", options: BrowserContextOptions = {}): Promise<{ page: Page; context: BrowserContext }> {
  process.env.DATABASE_URL ??= process.env.KUNDIG_E2E_DATABASE_URL;
  const context = await browser.newContext({ baseURL, locale, viewport: { width: 1280, height: 900 }, ...options });
  const [member] = await db.select({ id: members.id, role: members.role }).from(members).where(eq(members.name, name));
  if (!member) throw new Error(`The sample community has no ${name}`);
  const token = await inTransaction((tx) => createSession(tx, member.id, { userAgent: "story" }));
  await context.addCookies(
    sessionCookies(token, member)
      .filter((cookie) => cookie.value !== "")
      .map((cookie) => ({ name: cookie.name, value: cookie.value, url: baseURL ?? "", httpOnly: cookie.options.httpOnly, sameSite: "Lax" as const })),
  );
  return { page: await context.newPage(), context };
}

/** Does something over REST as whoever is signed in there; the parts of a story that are told elsewhere. */
export async function ask<Answer = unknown>(context: BrowserContext, method: "GET" | "POST" | "PUT" | "DELETE", path: string, data?: object): Promise<Answer> {
  const origin = `http://127.0.0.1:${process.env.KUNDIG_E2E_PORT}`;
  const response = await context.request.fetch(`${origin}/api/v1${path}`, { method, headers: { origin }, ...(data && { data }) });
  const text = await response.text();
  if (!response.ok()) throw new Error(`${method} ${path}: ${response.status()} ${text}`);
  return (text ? JSON.parse(text) : null) as Answer;
}
