import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import pg from "pg";
import { makeCategory, makeMember } from "@/db/testing/factories";
import type { Member } from "@/lib/members/actor";
import { createAccessToken } from "@/lib/members/create-access-token";
import { ask, askRest } from "./ask";
import { submitForm } from "./forms";
import { openSession } from "./people";
import { type Site, startSite, type WebProcess } from "./site";

test.describe.configure({ mode: "serial" });

const ROUNDS = 100;
let site: Site;
let a: WebProcess;
let b: WebProcess;
let category: string;
let asker: Member;
let token: string;
let managerToken: string;

test.beforeAll(async () => {
  site = await startSite({ webs: 2, env: { KUNDIG_PAGE_CACHE_MB: "2" } });
  [a, b] = site.webs as [WebProcess, WebProcess];
  category = (await makeCategory({ slug: "washing" })).slug;
  asker = await makeMember();
  token = (await createAccessToken(asker, { name: "driver" })).token;
  managerToken = (await createAccessToken(await makeMember({ role: "manager" }), { name: "driver" })).token;
});
test.afterAll(() => site?.stop());

const write = (path: string, body: unknown, by = token, method = "POST") => askRest(a.url, path, { method, token: by, body });
const newThread = async (title: string) => (await write("/threads", { title, body: "It hums.", category })).json as { id: number; slug: string };
const readByB = (path: string) => ask(b.url + path);

test(`what is written through one process is read through the other, ${ROUNDS} times`, async () => {
  for (let round = 0; round < ROUNDS; round += 4) {
    const thread = await newThread(`Round ${round} of hums`);
    const path = `/t/${thread.id}/${thread.slug}`;
    expect((await readByB("/feed.xml")).text).toContain(`Round ${round} of hums`);
    expect((await readByB("/")).text).toContain(`Round ${round} of hums`);
    expect((await readByB(path)).text).not.toContain(`answer of ${round}`);

    const answer = await write(`/threads/${thread.id}/answers`, { body: `The answer of ${round}` }, managerToken);
    expect(answer.status).toBe(201);
    expect((await readByB(path)).text).toContain(`The answer of ${round}`);

    await write(`/threads/${thread.id}`, { title: `Changed in ${round} and after` }, token, "PATCH");
    const moved = await readByB(path);
    expect(moved.status).toBe(308);
    const newPath = String(moved.headers.location);
    expect((await readByB(newPath)).text).toContain(`Changed in ${round} and after`);

    expect((await readByB(newPath)).status).toBe(200);
    expect((await write(`/threads/${thread.id}`, { reason: "Enough of it" }, managerToken, "DELETE")).status).toBe(200);
    expect((await readByB(newPath)).status).toBe(404);
    expect((await readByB("/feed.xml")).text).not.toContain(`Changed in ${round} and after`);
    expect((await readByB("/")).text).not.toContain(`Changed in ${round} and after`);
  }
});

test("a new name is on the profile that the other process kept", async () => {
  const cookie = await openSession(asker);
  for (let round = 0; round < 5; round++) {
    expect((await readByB(`/u/${asker.name}`)).status).toBe(200);
    const saved = await submitForm(`${a.url}/me/settings`, cookie, { displayName: `Mira the ${round}th` }, /displayName/);
    expect(saved.status).toBeLessThan(400);
    expect((await readByB(`/u/${asker.name}`)).text).toContain(`Mira the ${round}th`);
  }
});

test("who looks leaves no trace in what is kept for all", async () => {
  const { id, slug } = await newThread("Kept for all and everybody");
  const people = [asker, await makeMember(), await makeMember({ role: "agent" }), await makeMember({ role: "admin" })];
  for (const person of people) {
    const cookie = await openSession(person);
    for (const path of ["/", `/t/${id}/${slug}`, `/u/${person.name}`, "/kb", "/de"]) await ask(b.url + path, { headers: { cookie } });
  }
  const kept = await b.cached();
  expect(kept.map(({ key }) => key)).toContain(`/t/${id}/${slug}`);
  for (const { key, headers, body } of kept) {
    expect(headers["set-cookie"], key).toBeUndefined();
    for (const person of people) expect(body.includes(`${person.name}@example.test`), `${key} knows ${person.name}`).toBe(false);
    expect(body, key).not.toMatch(/kundig_session|href="(\/de)?\/staff/);
  }
});

test("200 at once for a dropped page render it once", async () => {
  const { id, slug } = await newThread("Everybody wants this one");
  const path = `/t/${id}/${slug}`;
  for (let round = 0; round < 3; round++) {
    await readByB(path);
    await write(`/threads/${id}/answers`, { body: `Answer number ${round}` }, managerToken);
    const before = await renders();
    const pages = await Promise.all(Array.from({ length: 200 }, () => readByB(path)));
    expect(new Set(pages.map(({ status, text }) => `${status} ${text.includes(`Answer number ${round}`)}`))).toEqual(new Set(["200 true"]));
    expect(await renders()).toBe(before + 1);
  }
});

test("what is kept never takes more than it may", async () => {
  const limit = 2 * 1024 * 1024;
  let most = 0;
  for (let page = 0; page < 160; page += 8) {
    await Promise.all(Array.from({ length: 8 }, (_, index) => readByB(`/?after=${page + index}x`)));
    const { bytes } = await kept();
    most = Math.max(most, bytes);
    expect(bytes).toBeLessThanOrEqual(limit);
  }
  expect(most).toBeGreaterThan(limit / 4);
});

test("without its ear a process serves nothing old", async () => {
  const { id, slug } = await newThread("Who cut the line here");
  const path = `/t/${id}/${slug}`;
  const database = new pg.Client({ connectionString: site.databaseUrl });
  await database.connect();
  for (let round = 0; round < 5; round++) {
    await readByB(path);
    await database.query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'kundig listen' and datname = current_database()");
    await write(`/threads/${id}/answers`, { body: `Deaf answer ${round}` }, managerToken);
    for (let again = 0; again < 5; again++) expect((await readByB(path)).text).toContain(`Deaf answer ${round}`);
    await sleep(300);
  }
  await database.end();
});

test("a process that stood still serves nothing old when it goes on", async () => {
  const { id, slug } = await newThread("Time stood still in here");
  const path = `/t/${id}/${slug}`;
  for (let round = 0; round < 2; round++) {
    await sleep(6_000);
    await readByB(path);
    b.signal("SIGSTOP");
    await write(`/threads/${id}/answers`, { body: `While you slept ${round}` }, managerToken);
    b.signal("SIGCONT");
    expect((await readByB(path)).text).toContain(`While you slept ${round}`);
  }
});

test("a process that is gone holds nobody up for long", async () => {
  b.signal("SIGKILL");
  await b.gone;
  for (let round = 0; round < 3; round++) {
    const thread = await newThread(`Alone in round ${round}`);
    expect((await ask(`${a.url}/t/${thread.id}/${thread.slug}`)).text).toContain(`Alone in round ${round}`);
  }
});

async function kept(): Promise<{ bytes: number; renders: number }> {
  const { text } = await ask(`${b.url}/readyz`);
  return (JSON.parse(text) as { pages: { bytes: number; renders: number } }).pages;
}

async function renders(): Promise<number> {
  return (await kept()).renders;
}
