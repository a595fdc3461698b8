import { createServer, connect, type Server, type Socket } from "node:net";
import { expect, type Page, test } from "@playwright/test";
import { sql } from "drizzle-orm";
import { pagePolicies } from "@/app/entry/policy";
import { db } from "@/db/client";
import { type CanaryWorld, plantCanaries } from "@/db/testing/canaries";
import { ask } from "./ask";
import { openSession } from "./people";
import { type Site, startSite, startWeb, type WebProcess } from "./site";

let site: Site;
let url: string;
let world: CanaryWorld;

test.beforeAll(async () => {
  site = await startSite();
  url = site.webs[0]?.url ?? "";
  world = await plantCanaries();
});
test.afterAll(() => site?.stop());

for (const role of ["visitor", "asker", "manager"] as const) {
  test(`every page runs its own scripts and nothing else, as ${role}`, async ({ page, context }) => {
    if (role !== "visitor") {
      const cookies = (await openSession(world.people[role])).split("; ").map((pair) => pair.split("=") as [string, string]);
      await context.addCookies(cookies.map(([name, value]) => ({ name, value, url })));
    }
    const complaints = listenTo(page);
    for (const path of paths(role === "visitor")) {
      const answer = await page.goto(url + path, { waitUntil: "load" });
      const policy = answer?.headers()["content-security-policy"] ?? "";
      expect(policy, path).toMatch(/default-src 'none'/);
      expect(policy, path).not.toMatch(/script-src[^;]*'unsafe/);
      expect(policy, path).toMatch(/frame-ancestors 'none'/);
      expect(await page.locator("body").innerText(), path).not.toBe("");
    }
    expect(complaints.filter(({ text }) => !/status of 404/.test(text))).toEqual([]);
  });
}

test("a page that breaks and one while the database is away are whole pages under the same rules", async ({ page }) => {
  const complaints = listenTo(page);
  await db.execute(sql`alter table articles rename to articles_away`);
  try {
    // Addresses that nobody asked for yet: what is kept needs no database.
    for (const path of ["/kb?category=broken", "/de/kb?category=broken"]) {
      const answer = await page.goto(url + path);
      expect(answer?.status()).toBe(500);
      expect(answer?.headers()["content-security-policy"]).toMatch(/default-src 'none'/);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    }
  } finally {
    await db.execute(sql`alter table articles_away rename to articles`);
  }
  const { web, cut, stop } = await startBehindProxy();
  try {
    await page.goto(`${web.url}/kb`);
    cut();
    for (const path of [`/t/${world.ids.welcome}`, "/de/kb"]) {
      const answer = await page.goto(web.url + path);
      expect(answer?.status()).toBe(503);
      expect(answer?.headers()["retry-after"]).toBe("2");
      expect(answer?.headers()["content-security-policy"]).toMatch(/default-src 'none'/);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    }
    expect((await ask(`${web.url}/healthz`)).status).toBe(200);
    const ready = await ask(`${web.url}/readyz`);
    expect([ready.status, ready.headers["retry-after"]]).toEqual([503, "2"]);
    expect((await ask(`${web.url}/api/v1/threads`)).status).toBe(503);
  } finally {
    await stop();
  }
  expect(complaints.filter(({ text }) => !/status of (404|500|503)/.test(text))).toEqual([]);
});

function paths(withGerman: boolean): string[] {
  const { ids, people, categories } = world;
  const filled: Record<string, string | number> = { "/t/[id]/[[...slug]]": ids.welcome, "/kb/[id]/[[...slug]]": ids.live, "/c/[slug]": categories.open, "/tags/[slug]": "humming", "/u/[name]": people.other.name, "/chat/[id]": ids.conversation, "/staff/articles/[id]": ids.live, "/about/[page]": "rules", "/[...rest]": "no/such/page", "/edit/[kind]/[id]": `/edit/threads/${ids.subject}`, "/comment/[kind]/[id]": `/comment/threads/${ids.subject}`, "/staff/settings/[part]": "company", "/staff/insights/[list]": "unanswered" };
  const all = Object.keys(pagePolicies)
    .filter((route) => route !== "/sign-out" && !route.startsWith("/api/"))
    .map((route) => (String(filled[route]).startsWith("/") ? String(filled[route]) : route.replace(/\/\[\[\.\.\.\w+\]\]$/, "").replace(/\[[^\]]+\]/, String(filled[route] ?? 1))));
  return withGerman ? [...all, "/de", `/de/t/${ids.welcome}`, "/de/no/such/page"] : all;
}

function listenTo(page: Page): { at: string; text: string }[] {
  const complaints: { at: string; text: string }[] = [];
  const note = (text: string) => complaints.push({ at: page.url(), text });
  page.on("console", (message) => message.type() === "error" && note(message.text()));
  page.on("pageerror", (error) => note(String(error)));
  page.on("request", (request) => !/^(data|blob):/.test(request.url()) && !request.url().startsWith("http://127.0.0.1:") && note(`asked ${request.url()}`));
  return complaints;
}

/** A site whose way to the database can be cut. */
async function startBehindProxy(): Promise<{ web: WebProcess; cut: () => void; stop: () => Promise<void> }> {
  const target = new URL(site.databaseUrl);
  const open = new Set<Socket>();
  const proxy: Server = createServer((near) => {
    const far = connect({ host: target.hostname, port: Number(target.port) });
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on("error", () => {});
      socket.on("close", () => open.delete(socket));
    }
    near.pipe(far);
    far.pipe(near);
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  const through = new URL(site.databaseUrl);
  through.port = String((proxy.address() as { port: number }).port);
  const web = await startWeb({ DATABASE_URL: through.href, KUNDIG_ROLE: "web", KUNDIG_SAMPLE: "off", KUNDIG_EMBEDDED: "0" });
  const cut = () => {
    proxy.close();
    for (const socket of open) socket.destroy();
  };
  return { web, cut, stop: async () => (cut(), web.stop()) };
}
