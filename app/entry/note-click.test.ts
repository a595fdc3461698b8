import { expect, test } from "vitest";
import { clickOf } from "./note-click";

const host = "community.example";
const from = (address: string, more = {}) => ({ referer: address, host, ...more });

test("a page opened from the search page is a click, in both languages", () => {
  expect(clickOf("/t/12/the-title", from("https://community.example/search?q=drip%20tray&kinds=thread"))).toEqual({ key: "thread:12", query: "drip tray" });
  expect(clickOf("/de/kb/3/anleitung", from("https://community.example/de/search?q=flusensieb"))).toEqual({ key: "article:3", query: "flusensieb" });
});

test.each([
  ["/t/12/x", from("https://elsewhere.example/search?q=drip")],
  ["/t/12/x", from("https://community.example/c/coffee?q=drip")],
  ["/t/12/x", from("https://community.example/search?q=")],
  ["/t/12/x", from("https://community.example/search?q=drip", { "sec-purpose": "prefetch;prerender" })],
  ["/t/12/x", from("not an address")],
  ["/t/12/x", { host }],
  ["/u/12", from("https://community.example/search?q=drip")],
  ["/t/12abc", from("https://community.example/search?q=drip")],
])("%s is none with %j", (url, headers) => {
  expect(clickOf(url, headers)).toBeNull();
});
