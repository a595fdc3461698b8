import type { IncomingMessage } from "node:http";
import { afterEach, expect, test } from "vitest";
import { isForeignWrite } from "./origin-guard";

afterEach(() => {
  delete process.env.PUBLIC_URL;
});

const request = (method: string, headers: Record<string, string>, url = "/api/v1/threads") => ({ method, url, headers: { host: "forum.example:3000", ...headers } }) as unknown as IncomingMessage;
const own = "http://forum.example:3000";

test.each([
  ["our own page", { origin: own }],
  ["our own page, told by the browser", { origin: own, "sec-fetch-site": "same-origin" }],
  ["a browser that leaves Origin out", { "sec-fetch-site": "same-origin" }],
  ["a program with a token", { authorization: "Bearer kdg_x" }],
])("a write from %s passes", (_, headers) => {
  expect(isForeignWrite(request("POST", headers))).toBe(false);
});

test.each([
  ["no origin at all", {}],
  ["the null origin", { origin: "null" }],
  ["a foreign page", { origin: "https://evil.example" }],
  ["a sibling host", { origin: "http://www.forum.example:3000", "sec-fetch-site": "same-site" }],
  ["our host on another port", { origin: "http://forum.example:3001" }],
  ["our host by another scheme", { origin: "https://forum.example:3000" }],
  ["a foreign page with a forged forwarded host", { origin: "https://evil.example", "x-forwarded-host": "evil.example" }],
  ["a foreign page that is told by the browser alone", { "sec-fetch-site": "cross-site" }],
  ["our origin in a request that the browser calls foreign", { origin: own, "sec-fetch-site": "cross-site" }],
])("a write from %s is refused", (_, headers) => {
  for (const method of ["POST", "PUT", "PATCH", "DELETE"]) expect(isForeignWrite(request(method, headers))).toBe(true);
});

test("with PUBLIC_URL the Host header counts for nothing", () => {
  process.env.PUBLIC_URL = "https://community.example";
  expect(isForeignWrite(request("POST", { origin: own }))).toBe(true);
  expect(isForeignWrite(request("POST", { origin: "https://community.example" }))).toBe(false);
});

test("a token excuses no foreign write outside the REST interface", () => {
  expect(isForeignWrite(request("POST", { authorization: "Bearer kdg_x" }, "/sign-out"))).toBe(true);
});

test("reading is never refused", () => {
  expect(isForeignWrite(request("GET", { origin: "https://evil.example" }))).toBe(false);
});
