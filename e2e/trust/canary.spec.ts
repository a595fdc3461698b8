import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type CanaryRole, type CanaryWorld, leaksIn, plantCanaries, roles } from "@/db/testing/canaries";
import { makeThread } from "@/db/testing/factories";
import { ask, askRest } from "./ask";
import { openSession } from "./people";
import { type Site, startSite } from "./site";
import { listen, look, pagesOf, postOf, withoutEcho } from "./sinks";

const AT_ONCE = 6;
/** Who also types in what nobody could know. */
const guessers: CanaryRole[] = ["visitor", "other", "foreignAgent"];
/** Jobs and the index follow within seconds; a busy machine gets more. */
const SETTLE_LIMIT_MS = 60_000;

let site: Site;
let url: string;
let world: CanaryWorld;
const cookies = {} as Record<CanaryRole, string>;
const seen = new Set<string>();

test.beforeAll(async () => {
  test.setTimeout(180_000);
  site = await startSite();
  url = site.webs[0]?.url ?? "";
  world = await plantCanaries();
  for (const role of roles) cookies[role] = role === "visitor" ? "" : await openSession(world.people[role]);
  await settle();
});
test.afterAll(() => site?.stop());

for (const role of roles) {
  test(`${role}: nothing hidden on any page, in any list, search, feed or file`, async () => {
    const paths = pagesOf(world, { guessing: guessers.includes(role) });
    const german = role === "visitor" ? paths.filter((path) => !/^\/(api|overlay|files|readyz|healthz|robots|sitemap|search)/.test(path)).map((path) => (path === "/" ? "/de" : path.startsWith("/?") ? `/de${path.slice(1)}` : `/de${path}`)) : [];
    const found: string[] = [];
    await each([...paths, ...german], async (path) => {
      const { status, text } = await look(url, path, cookies[role]);
      if (status >= 500) found.push(`${path}: ${status}`);
      const plain = withoutEcho(text, path);
      for (const leak of leaksIn(plain, role, world)) found.push(`${path} (${status}): ${leak}`);
      for (const { text: canary } of world.canaries) if (plain.includes(canary)) seen.add(canary);
    });
    expect(found).toEqual([]);
  });
}

for (const role of roles) {
  test(`${role}: nothing hidden in letters, notices and live news`, async () => {
    const { ids, people, tokens, departments, hidden } = world;
    const threads = [ids.welcome, ids.subject, ids.forStaff, hidden.held?.threadId ?? 0];
    const topics = [...threads.map((id) => `thread:${id}`), `department:${departments.home}`, `conversation:${ids.conversation}`];
    const heard = await listen(url, cookies[role], topics, async (sofar) => {
      const say = (body: string, visibility: string) => askRest(url, `/conversations/${ids.conversation}/messages`, { method: "POST", token: tokens.agent, body: { clientId: crypto.randomUUID(), body, visibility } });
      expect((await say("One more thing", "all")).status).toBe(201);
      expect((await say("Between us", "staff")).status).toBe(201);
      expect((await askRest(url, `/threads/${ids.welcome}/answers`, { method: "POST", token: tokens.agent, body: { body: `For ${people.other.name}` } })).status).toBe(201);
      if (role === "asker") await expect.poll(sofar, { timeout: SETTLE_LIMIT_MS }).toContain("One more thing");
      await sleep(700);
    });
    expect(heard).toContain("retry:");
    expect(leaksIn(heard, role, world), "live news").toEqual([]);
    if (role === "asker") expect(heard).toContain("One more thing");
    if (!["agent", "manager"].includes(role)) expect(heard.includes("Between us"), "a note among staff").toBe(false);
    if (!["asker", "agent", "manager"].includes(role)) expect(heard.includes("One more thing"), "a message of others").toBe(false);
    if (role !== "visitor") expect(leaksIn(await postOf(role, world), role, world), "letters, notices, log").toEqual([]);
  });
}

test("nothing hidden is in what is kept for all, nor in the log of the process", async () => {
  const kept = (await site.webs[0]?.cached()) ?? [];
  expect(kept.length).toBeGreaterThan(20);
  for (const { key, headers, body } of kept) expect(leaksIn(JSON.stringify(headers) + body, "visitor", world), key).toEqual([]);
  expect(leaksIn(site.webs[0]?.output() ?? "", "visitor", world)).toEqual([]);
});

test("an error page tells nothing but that it is one", async () => {
  await db.execute(sql`alter table articles rename to articles_away`);
  try {
    for (const path of ["/kb?category=broken", `/kb/${world.ids.live}?after=broken`, "/api/v1/articles"]) {
      const { status, text } = await look(url, path, cookies.member);
      expect(status).toBe(500);
      expect(leaksIn(text, "visitor", world)).toEqual([]);
      expect(text).not.toMatch(/articles_away|relation|drizzle|node_modules|select /i);
    }
  } finally {
    await db.execute(sql`alter table articles_away rename to articles`);
  }
});

test("those who may see it do: the search for canaries finds them", () => {
  const missed = world.canaries.filter(({ text }) => !seen.has(text)).map(({ what }) => what);
  expect(seen.size, `never seen: ${missed.join(", ")}`).toBeGreaterThan(world.canaries.length * 0.6);
});

test("what a moderator hides is gone everywhere at the next request", async () => {
  const { people, tokens, categories } = world;
  const words = "quixotic marmalade";
  const thread = await makeThread(people.other, { category: categories.open, title: `The ${words} leaks`, body: `All over the floor, ${words}.`, tags: ["marmalade"] });
  await settle();
  const sinks = ["/", `/c/${categories.open}`, "/tags/marmalade", `/t/${thread.id}`, "/search?q=leaks+floor", "/feed.xml", `/u/${people.other.name}`, "/api/v1/threads", "/api/v1/search?q=leaks+floor", "/api/v1/suggest?title=leaks+on+the+floor", `/api/v1/threads/${thread.id}`];
  const shows = async (path: string, cookie: string) => (await look(url, path, cookie)).text.toLowerCase().includes(words);
  for (const path of sinks) expect(await shows(path, ""), `${path} before`).toBe(true);
  expect((await ask(`${url}/sitemap.xml`)).text).toContain(thread.slug);

  expect((await askRest(url, "/flags", { method: "POST", token: tokens.member, body: { targetKind: "thread", targetId: thread.id, reason: "dangerous" } })).status).toBe(201);
  const { json } = await askRest(url, "/review?limit=50", { token: tokens.manager });
  const found = (json.items as { id: number; target: { kind: string; id: number } }[]).find(({ target }) => target.kind === "thread" && target.id === thread.id);
  expect((await askRest(url, `/review/${found?.id}/decisions`, { method: "POST", token: tokens.manager, body: { action: "hide", reason: "Dangerous advice" } })).status).toBe(201);
  for (const cookie of ["", cookies.member]) for (const path of sinks) expect(await shows(path, cookie), `${path} after`).toBe(false);
  expect((await ask(`${url}/sitemap.xml`)).text).not.toContain(thread.slug);
  expect((await look(url, `/t/${thread.id}`, "")).status).toBe(404);

  await settle();
  const { rows } = await db.execute<{ title: string; body: string }>(sql`select title, text as body from mails where member_id = ${people.other.id} and text like '%Dangerous advice%'`).catch(() => ({ rows: [] }));
  const told = await askRest(url, "/notifications", { token: tokens.other });
  expect(JSON.stringify(rows) + told.text).toContain("Dangerous advice");
});

async function settle(): Promise<void> {
  for (const end = Date.now() + SETTLE_LIMIT_MS; Date.now() < end; await sleep(200)) {
    const { rows } = await db.execute<{ waiting: number }>(sql`
      select (select count(*) from graphile_worker._private_jobs where run_at <= now() and attempts < max_attempts)::int
        + (select count(*) from search_outbox)::int as waiting`);
    if (rows[0]?.waiting === 0) return;
  }
  throw new Error("jobs or the index did not come to rest");
}

async function each<T>(items: T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items];
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await work(next);
  }));
}
