import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { threads } from "@/db/schema";
import { testDatabase } from "@/db/testing";
import { type CanaryRole, type CanaryWorld, leaksIn, plantCanaries } from "@/db/testing/canaries";
import { makeMember } from "@/db/testing/factories";
import { createAccessToken } from "@/lib/members/create-access-token";
import { indexChanges } from "@/lib/search/index-changes";
import { tellStory } from "./walk/story";
import { dispatch, type RestResponse } from "./dispatch";
import { openApi } from "./openapi";
import type { AnyOperation, Audience } from "./operation";
import { operations } from "./operations";
import { belongings } from "./walk/belongings";
import { brokenSteps, type Described, type Step, validSteps } from "./walk/requests";
import { dice } from "./walk/values";

testDatabase();

const SEED = 20_261_121;
const WALK_MS = 240_000;
/** How many broken requests of an operation a role sends that is refused anyway. */
const SAMPLE = 6;
const AT_ONCE = 6;
const described = openApi(operations, "http://walk.test") as { paths: Record<string, Record<string, Described>> };
const ranks: Record<Audience, number> = { everyone: 0, members: 1, staff: 2, managers: 3, admins: 4 };
const rankOf: Record<CanaryRole, number> = { visitor: 0, member: 1, other: 1, asker: 1, foreignAgent: 2, agent: 2, manager: 3 };

let world: CanaryWorld;
const folder = mkdtempSync(join(tmpdir(), "kundig-walk-"));
const answered = new Set<string>();
let count = 0;

beforeAll(async () => {
  process.env.KUNDIG_DATA_DIR = folder;
  world = await plantCanaries();
  await indexChanges();
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("the loop, told through the interface", { timeout: WALK_MS }, async () => {
  await tellStory(world, async (role, method, path, body) => {
    const [bare = path, query = ""] = path.split("?");
    const operation = operations.find((one) => one.method === method && new RegExp(`^${one.path.replaceAll(/\{\w+\}/g, "[^/]+")}$`).test(bare));
    if (!operation) throw new Error(`no operation ${method} ${path}`);
    const request = { method, path: bare, query: new URLSearchParams(query), body: Buffer.from(body === undefined ? "" : JSON.stringify(body)), headers: { "content-type": "application/json" } };
    const reply = await send(role, { what: "", request });
    expect([judge(operation, role, true, { what: "", request }, reply), reply.status < 300], `${method} ${path} ${reply.body}`).toEqual([null, true]);
    return reply.status === 204 ? {} : (JSON.parse(reply.body.toString()) as Record<string, unknown>);
  });
});

// In this order: those who may destroy come last.
test.each<CanaryRole>(["visitor", "member", "foreignAgent", "agent", "manager"])("every operation, asked well and badly as %s", { timeout: WALK_MS }, async (role) => {
  const before = await belongings(world, role);
  const wrong: string[] = [];
  for (const operation of operations) {
    const place = { world, method: operation.method, path: operation.path, described: describe(operation), dice: dice(SEED + ranks[operation.audience]) };
    const broken = brokenSteps(place);
    const mayCall = rankOf[role] >= ranks[operation.audience];
    const isFirst = rankOf[role] === ranks[operation.audience] && role !== "foreignAgent";
    const some = isFirst ? broken : broken.filter((_, index) => index % Math.ceil(broken.length / SAMPLE) === 0);
    const tell = async (step: Step) => {
      const complaint = judge(operation, role, mayCall, step, await send(role, step));
      if (complaint) wrong.push(`${role} ${operation.operationId}, ${step.what}: ${complaint}`);
    };
    for (const step of validSteps(place)) await tell(step);
    for (let at = 0; at < some.length; at += AT_ONCE) await Promise.all(some.slice(at, at + AT_ONCE).map(tell));
  }
  expect(wrong.slice(0, 40), `${wrong.length} of ${count} requests went wrong`).toEqual([]);
  expect(await belongings(world, role), `a ${role} changed what is not theirs`).toEqual(before);
});

test("a POST with an Idempotency-Key is done once", async () => {
  const before = await threadCount();
  const request = {
    method: "POST",
    path: "/threads",
    query: new URLSearchParams(),
    body: Buffer.from(JSON.stringify({ title: "Once and no more", body: "Really.", category: world.categories.open })),
    headers: { "content-type": "application/json", "idempotency-key": "the-same" },
  };
  const replies = await Promise.all(Array.from({ length: 8 }, () => send("member", { what: "", request })));
  const [first, ...rest] = replies.map(({ status, body }) => ({ status, body: JSON.parse(body.toString()) as unknown }));
  expect(first?.status).toBe(201);
  for (const reply of rest) expect(reply).toEqual(first);
  expect(await threadCount()).toBe(before + 1);
  const other = { ...request, body: Buffer.from(request.body.toString().replace("Really", "Or not")) };
  expect((await send("member", { what: "", request: other })).status).toBe(422);
  expect((await send("agent", { what: "", request })).status).toBe(201);
});

test("who deletes their account opens nothing with its token any more", async () => {
  const leaver = await makeMember({ name: "leaver" });
  const { token } = await createAccessToken(leaver, { name: "of a leaver" });
  const leave = async (current: string) => {
    const request = { method: "DELETE", path: "/me", query: new URLSearchParams(), body: Buffer.from(JSON.stringify({ current })), headers: { "content-type": "application/json", authorization: `Bearer ${token}` } };
    return (await send("visitor", { what: "", request })).status;
  };
  expect(await leave("somebody else")).toBe(422);
  expect(await leave("leaver")).toBe(204);
  expect(await leave("leaver")).toBe(401);
  answered.add("deleteAccount");
});

test("every operation was answered once at least", () => {
  const never = operations.filter(({ operationId }) => !answered.has(operationId)).map(({ operationId }) => operationId);
  expect(never).toEqual([]);
});

async function threadCount(): Promise<number> {
  return db.$count(threads);
}

async function send(role: CanaryRole, { request }: Step): Promise<RestResponse> {
  count += 1;
  const authorization = role === "visitor" ? {} : { authorization: `Bearer ${world.tokens[role]}` };
  const address = `10.${(count >> 16) & 255}.${(count >> 8) & 255}.${count & 255}`;
  return dispatch({ ...request, headers: { ...authorization, ...request.headers }, address });
}

/** What is wrong with a reply, or null. */
function judge(operation: AnyOperation, role: CanaryRole, mayCall: boolean, step: Step, reply: RestResponse): string | null {
  const text = reply.body.toString();
  if (reply.status >= 500) return `${reply.status} ${text.slice(0, 200)}`;
  if (!(String(reply.status) in describe(operation).responses)) return `undocumented status ${reply.status} ${text.slice(0, 200)}`;
  const leaks = leaksIn(text, role, world);
  if (leaks.length > 0) return `leaks ${leaks.join(", ")}`;
  if (reply.status >= 300) return judgeProblem(reply, text);
  if (!mayCall) return `${reply.status} for somebody who may not call this`;
  if (step.request.headers?.authorization !== undefined) return `${reply.status} with a token that is none`;
  answered.add(operation.operationId);
  const schema = operation.replies[reply.status];
  const parsed = schema?.safeParse(JSON.parse(text));
  return parsed && !parsed.success ? `not as documented: ${parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`).join("; ").slice(0, 200)}` : null;
}

function judgeProblem(reply: RestResponse, text: string): string | null {
  if (reply.headers["content-type"] !== "application/problem+json") return `refused as ${reply.headers["content-type"]}`;
  const problem = JSON.parse(text) as { status?: number; code?: string; title?: string };
  if (problem.status !== reply.status || !problem.code || !problem.title) return `a problem without ${JSON.stringify(problem)}`;
  if (reply.status === 429 && !reply.headers["retry-after"]) return "429 that does not say when to come again";
  if (/node_modules|drizzle|\bselect\b.*\bfrom\b|insert into|at Object\./i.test(text)) return `tells too much: ${text.slice(0, 200)}`;
  return null;
}

function describe(operation: AnyOperation): Described {
  const found = described.paths[operation.path]?.[operation.method.toLowerCase()];
  if (!found) throw new Error(`${operation.operationId} is not in the OpenAPI file`);
  return found;
}
