import { expect, it } from "vitest";
import { answer } from "./answer";
import type { NextHandler } from "./next-handler";
import { withStandIn } from "./stand-ins";

const asked: string[] = [];
const next: NextHandler = async (req, res) => {
  asked.push(req.url ?? "");
  res.setHeader("content-type", "text/html; charset=utf-8");
  res.end("<h1>whole page</h1>");
};
const html = (status: number) => answer(status, "text/html; charset=utf-8", "<html></html>");

it("shows a whole page under the same status, in the language of the address", async () => {
  const missing = await withStandIn(html(404), "/de/t/9/pumpe?x=1", next);
  expect([missing.status, missing.body.toString()]).toEqual([404, "<h1>whole page</h1>"]);
  const broken = await withStandIn(html(500), "/t/9", next);
  expect(broken.status).toBe(500);
  expect(asked).toEqual(["/de/missing?path=%2Fde%2Ft%2F9%2Fpumpe%3Fx%3D1", "/en/broken?path=%2Ft%2F9"]);
});

it("leaves good pages and answers to script alone", async () => {
  const page = html(200);
  expect(await withStandIn(page, "/", next)).toBe(page);
  const data = answer(404, "text/x-component", "0:null");
  expect(await withStandIn(data, "/", next)).toBe(data);
});
