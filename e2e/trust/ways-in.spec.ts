import { readFileSync } from "node:fs";
import { join, relative, dirname } from "node:path";
import { expect, test } from "@playwright/test";
import { sql } from "drizzle-orm";
import { actionPolicies, pagePolicies, type Audience } from "@/app/entry/policy";
import { db } from "@/db/client";
import { type CanaryRole, type CanaryWorld, plantCanaries } from "@/db/testing/canaries";
import { ask } from "./ask";
import { openSession } from "./people";
import { type Site, startSite } from "./site";

const build = join(process.cwd(), process.env.KUNDIG_BUILD_DIR ?? ".next");
const read = (path: string) => JSON.parse(readFileSync(join(build, path), "utf8")) as unknown;
const ranks: Record<Audience, number> = { everyone: 0, members: 1, staff: 2, managers: 3, admins: 4 };
const askers: Partial<Record<CanaryRole, number>> = { visitor: 0, member: 1, agent: 2, manager: 3 };

type Action = { id: string; name: string; page: string };

let site: Site;
let url: string;
let world: CanaryWorld;
const cookies: Partial<Record<CanaryRole, string>> = { visitor: "" };

test.beforeAll(async () => {
  site = await startSite();
  url = site.webs[0]?.url ?? "";
  world = await plantCanaries();
  for (const role of ["member", "agent", "manager"] as const) cookies[role] = await openSession(world.people[role]);
});
test.afterAll(() => site?.stop());

test("the build has no page and no action that the policy table does not know", () => {
  const own = new Set(["/_global-error", "/_not-found"]);
  const routes = Object.values(read("app-path-routes-manifest.json") as Record<string, string>).filter((route) => !own.has(route));
  expect(routes.map((route) => route.replace(/^\/\[locale\](?=\/|$)/, "") || "/").filter((route) => !pagePolicies[route])).toEqual([]);
  expect(actions().map(({ name }) => name).filter((name) => !actionPolicies[name])).toEqual([]);
});

test("every page lets in whom its row names, and nobody else", async () => {
  const wrong: string[] = [];
  for (const [route, { audience }] of Object.entries(pagePolicies)) {
    if (route === "/sign-out" || route.startsWith("/api/")) continue;
    for (const [role, rank] of Object.entries(askers) as [CanaryRole, number][]) {
      const asked = await ask(url + addressOf(route), { headers: { cookie: cookies[role] ?? "" } });
      const { location = "" } = asked.headers;
      // Some lead to a page that has a row, and a turn here, of its own.
      const ledAway = asked.status === 404 || (asked.status >= 300 && asked.status < 400 && location.startsWith("/"));
      if (asked.status >= 500) wrong.push(`${route} as ${role}: ${asked.status}`);
      if (rank < ranks[audience] && !ledAway) wrong.push(`${route} as ${role}: let in with ${asked.status}`);
      if (rank >= ranks[audience] && /\/sign-in(\?|$)/.test(location)) wrong.push(`${route} as ${role}: sent to sign in`);
      if (rank >= ranks[audience] && audience !== "everyone" && asked.status === 404 && !route.includes("[")) wrong.push(`${route} as ${role}: not found`);
      if (rank >= ranks[audience] && audience !== "everyone" && !/no-store/.test(String(asked.headers["cache-control"]))) wrong.push(`${route} as ${role}: ${asked.headers["cache-control"]}`);
    }
  }
  expect(wrong).toEqual([]);
});

test("an address that names nothing possible is not found, not broken", async () => {
  const wrong: string[] = [];
  const strange = ["abc", "0", "-1", "1.5", "1e3", "99999999999999999999", "9007199254740993", "NaN", "%F0%9F%A7%BA", "%ff", "'--", "a".repeat(3_000)];
  for (const route of Object.keys(pagePolicies).filter((one) => /\[(id|slug|name|page|part|list)\]/.test(one))) {
    for (const value of strange) {
      const path = route.replace("[kind]", "threads").replace(/\/\[\[\.\.\.\w+\]\]$/, "").replace(/\[\w+\]/, value);
      for (const query of ["", "?after=x&cursor=%F0&tab=1&revision=NaN&case=abc&thread=1.5"]) {
        const { status } = await ask(url + path + query, { headers: { cookie: cookies.manager ?? "" } });
        if (status >= 500) wrong.push(`${path.slice(0, 60)}${query}: ${status}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});

test("no action, called directly, does anything for somebody its row does not name", async () => {
  const wrong: string[] = [];
  for (const { id, name, page } of actions()) {
    const audience = actionPolicies[name]?.audience ?? "everyone";
    for (const [role, rank] of Object.entries(askers) as [CanaryRole, number][]) {
      if (rank >= ranks[audience]) continue;
      const before = await state();
      for (const body of bodies()) {
        const { status } = await ask(url + addressOf(page), { method: "POST", headers: { cookie: cookies[role] ?? "", origin: url, "next-action": id, accept: "text/x-component", "content-type": body.type }, body: body.text });
        if (status >= 500 || (!body.wellFormed && status !== 400)) wrong.push(`${name} as ${role}: ${status}`);
      }
      if ((await state()) !== before) wrong.push(`${name} as ${role}: something changed`);
    }
  }
  expect(wrong).toEqual([]);
});

test("called the same way by whom its row names, an action does work", async () => {
  const [form] = bodies();
  const action = actions().find(({ name }) => name === "me/tokens createAccessTokenAction");
  expect(form && action).toBeTruthy();
  const before = await state();
  const { status, text } = await ask(`${url}/me/tokens`, { method: "POST", headers: { cookie: cookies.member ?? "", origin: url, "next-action": action?.id ?? "", accept: "text/x-component", "content-type": form?.type ?? "" }, body: form?.text });
  expect(status).toBe(200);
  expect(await state(), text.slice(0, 2_000)).not.toBe(before);
});

/** The actions of the build, each with a page that knows it. */
function actions(): Action[] {
  const { node } = read("server/server-reference-manifest.json") as { node: Record<string, { workers: Record<string, unknown>; filename: string; exportedName: string }> };
  return Object.entries(node).map(([id, { workers, filename, exportedName }]) => {
    const worker = Object.keys(workers)[0] ?? "app/[locale]/page";
    return { id, name: `${relative("app/[locale]", dirname(filename))} ${exportedName}`, page: worker.replace(/^app\/\[locale\]/, "").replace(/\/page$/, "") || "/" };
  });
}

/** What actions are called with: the state before and a form that names things of others; then what no page would send. */
function bodies(): { type: string; text: string; wellFormed?: true }[] {
  const { ids, people, hidden } = world;
  const fields: Record<string, string | number> = {
    id: ids.welcome, threadId: ids.welcome, answerId: ids.answer, caseId: ids.case + 1, articleId: ids.live, session: "0".repeat(64), title: "Called directly", body: "Called directly, without a page.",
    category: world.categories.open, action: "delete", reason: "Because I can do it", version: 1, member: people.other.name, memberId: people.other.id, kind: "suspension", rule: "Be kind", to: "archived",
    locale: "en", summary: "None", name: "Called directly", days: 30, measure: 3, appealId: 1, granted: "yes", act: "delete", decisionId: 1, text: "I object to all of this", answer: "No, and that is that", answerIds: ids.answer, conversationId: ids.conversation, hidden: hidden.held?.threadId ?? 0,
  };
  const boundary = "--direct";
  const form = (prefix: string) => Object.entries(fields).map(([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${prefix}${name}"\r\n\r\n${value}\r\n`).join("");
  const args = `--${boundary}\r\ncontent-disposition: form-data; name="0"\r\n\r\n[null,"$K1"]\r\n`;
  return [
    { type: `multipart/form-data; boundary=${boundary}`, text: `${form("_1_")}${args}--${boundary}--\r\n`, wellFormed: true },
    { type: "text/plain;charset=UTF-8", text: JSON.stringify([null, fields]) },
    { type: "text/plain;charset=UTF-8", text: JSON.stringify([fields]) },
    { type: "text/plain;charset=UTF-8", text: "" },
    { type: `multipart/form-data; boundary=${boundary}`, text: `${form("_1_")}${args.replace("$K1", "words")}--${boundary}--\r\n` },
    { type: `multipart/form-data; boundary=${boundary}`, text: `${form("_1_")}${args.replace("null,", '"$F9",')}--${boundary}--\r\n` },
    { type: `multipart/form-data; boundary=${boundary}`, text: form("_1_") + args.replace("]", ",1,2]") },
    { type: `multipart/form-data; boundary=${boundary}`, text: args.slice(0, 40) },
  ];
}

async function state(): Promise<string> {
  const { rows } = await db.execute<{ hash: string }>(sql`
    select md5(string_agg(part, '|' order by part)) as hash from (
      select 't' || id || version || status || title as part from threads union all select 'a' || id || version || status from answers
      union all select 'r' || id || version || state from articles union all select 'c' || id || state || version from cases
      union all select 'd' || id from decisions union all select 's' || id from sanctions union all select 'p' || id || state from appeals
      union all select 'm' || id || display_name || role || coalesce(suspended_until::text, '') from members union all select 'k' || id || coalesce(revoked_at::text, '') from access_tokens
      union all select 'e' || token_hash from sessions union all select 'n' || id || coalesce(read_at::text, '') from notifications where id <= 5 union all select 'v' || id || state from conversations
      union all select 'x' || key || value::text from settings) as parts`);
  return rows[0]?.hash ?? "";
}

function addressOf(route: string): string {
  const { ids, people, categories } = world;
  const filled: Record<string, string | number> = {
    "/t/[id]/[[...slug]]": ids.welcome,
    "/kb/[id]/[[...slug]]": ids.live,
    "/c/[slug]": categories.open,
    "/tags/[slug]": "humming",
    "/u/[name]": people.other.name,
    "/chat/[id]": ids.conversation,
    "/staff/articles/[id]": ids.live,
    "/about/[page]": "rules",
    "/[...rest]": "no/such/page",
    "/edit/[kind]/[id]": `/edit/threads/${ids.subject}`,
    "/comment/[kind]/[id]": `/comment/threads/${ids.subject}`,
    "/staff/settings/[part]": "company",
    "/staff/insights/[list]": "unanswered",
  };
  if (String(filled[route]).startsWith("/")) return String(filled[route]);
  const whole = route.replace(/\/\[\[\.\.\.\w+\]\]$/, "").replace(/\[[^\]]+\]/, String(filled[route] ?? 1));
  return route === "/chat/new" ? `/chat/new?thread=${ids.subject}` : whole;
}
