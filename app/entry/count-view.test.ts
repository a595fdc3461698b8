import { expect, test } from "vitest";
import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { threads } from "@/db/schema";
import { testDatabase } from "@/db/testing";
import { makeCategory, makeMember, makeThread } from "@/db/testing/factories";
import { visitor } from "@/lib/members/actor";
import { recordViews } from "@/lib/threads/record-views";
import { countView, flushViews, viewOf } from "./count-view";

testDatabase();

const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
const get = (url: string, headers: Record<string, string> = { "user-agent": firefox }) => ({ method: "GET", url, headers });

test("people who open a thread are counted; machines, looks ahead and other pages are not", () => {
  expect(viewOf(get("/t/12/slug"))).toBe(12);
  expect(viewOf(get("/de/t/12?after=x"))).toBe(12);
  for (const url of ["/", "/t/0/x", "/t/x", "/kb/12/slug", "/t/12x", "/fr/t/12"]) expect(viewOf(get(url))).toBeNull();
  expect(viewOf({ ...get("/t/12/slug"), method: "HEAD" })).toBeNull();
  for (const agent of ["Googlebot/2.1 (+http://www.google.com/bot.html)", "curl/8.5.0", "facebookexternalhit/1.1 preview", "python-requests/2.32"]) {
    expect(viewOf(get("/t/12/slug", { "user-agent": agent }))).toBeNull();
  }
  expect(viewOf(get("/t/12/slug", {}))).toBeNull();
  expect(viewOf(get("/t/12/slug", { "user-agent": firefox, "sec-purpose": "prefetch;prerender" }))).toBeNull();
});

test("what was counted is written at once for all, and only once", async () => {
  await makeCategory({ slug: "washing" });
  const asker = await makeMember();
  const [first, second] = [await makeThread(asker, { category: "washing" }), await makeThread(asker, { category: "washing" })];
  for (let n = 0; n < 3; n++) countView(get(`/t/${first.id}/x`));
  countView(get(`/de/t/${second.id}/x`));
  countView(get("/t/999999/nothing"));
  await flushViews();
  await flushViews();
  const counts = await Promise.all([first, second].map(async ({ id }) => (await db.select({ views: threads.viewCount, version: threads.version }).from(threads).where(eq(threads.id, id)))[0]));
  expect(counts).toEqual([{ views: 3, version: 1 }, { views: 1, version: 1 }]);
});

test("nobody adds views by hand", async () => {
  await expect(recordViews(visitor, new Map([[1, 100]]))).rejects.toMatchObject({ code: "forbidden" });
});
