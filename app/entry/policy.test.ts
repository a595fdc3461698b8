import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";
import { operations } from "@/app/api/v1/operations";
import { publicKey } from "./pages";
import { actionPolicies, entryPolicies, pagePolicies } from "./policy";

const app = join(__dirname, "..");
const files = readdirSync(app, { recursive: true, encoding: "utf8" }).filter((path) => /\.tsx?$/.test(path) && !/\.test\./.test(path));
const source = (path: string) => readFileSync(join(app, path), "utf8");

test("every page and route has a row, and every row a page", () => {
  const routes = files.filter((path) => /(^|\/)(page\.tsx|route\.ts)$/.test(path)).map((path) => `/${dirname(path)}`.replace(/^\/\[locale\](?=\/|$)/, "") || "/");
  expect(routes.sort()).toEqual(Object.keys(pagePolicies).sort());
});

test("every server action has a row, and every row an action", () => {
  const actions = files
    .filter((path) => /^\s*["']use server["']/m.test(source(path)))
    .flatMap((path) => [...source(path).matchAll(/export (?:async function|const) (\w+)/g)].map(([, name]) => `${relative("[locale]", dirname(path))} ${name}`));
  expect(actions.sort()).toEqual(Object.keys(actionPolicies).sort());
});

test("server actions stand in files of their own, where each is an export", () => {
  const inline = files.filter((path) => /^\s+["']use server["']/m.test(source(path)));
  expect(inline).toEqual([]);
});

test("every path that the entry answers itself has a row, and every row a path", () => {
  const entry = ["handle-request.ts", "feeds.ts"].map((name) => source(join("entry", name))).join("\n");
  const answered = [...entry.matchAll(/path(?: === |\.startsWith\()"([^"]+)"|^ {2}"(\/[^"]+)": /gm)].map(([, compared, made]) => compared ?? made ?? "");
  const paths = new Set(answered.filter((path) => path !== "/" && path !== "//"));
  expect([...paths].sort()).toEqual(Object.keys(entryPolicies).sort());
});

test("every operation has one address and says who may call it", () => {
  const addresses = operations.map(({ method, path }) => `${method} ${path}`);
  expect(new Set(addresses).size).toBe(operations.length);
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
  for (const { operationId, method, audience } of operations) {
    expect(["everyone", "members", "staff", "managers", "admins"], operationId).toContain(audience);
    if (method !== "GET" && audience === "everyone") expect(openWrites, `${operationId} writes and is open to everyone`).toContain(operationId);
  }
});

/** What somebody who is not signed in may tell us. */
const openWrites = ["giveFeedback", "recordSuggestionOutcome"];

test("what the page cache takes for public is what the table calls cached", () => {
  for (const [route, { cached }] of Object.entries(pagePolicies)) {
    const path = route.replace("/[[...slug]]", "/a-slug").replace("[id]", "1").replace("[...rest]", "no/such/page").replace(/\[\w+\]/g, "some");
    expect(publicKey(path) !== null, route).toBe(cached === true);
    expect(publicKey(`/de${path === "/" ? "" : path}`) !== null, `German ${route}`).toBe(cached === true);
  }
});
