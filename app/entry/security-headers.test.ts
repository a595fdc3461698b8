import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { inlineScriptHashes, pagePolicy } from "./security-headers";

const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

test("names each inline script once by its hash, and neither data nor outside scripts", () => {
  const html = `<script>one()</script><script src="/_next/x.js"></script><script id="a">two()</script><script>one()</script><script type="application/ld+json">{}</script>`;
  expect(inlineScriptHashes(html)).toEqual([hash("one()"), hash("two()")]);
});

test("a page's policy allows no other inline script and nothing from elsewhere", () => {
  const policy = pagePolicy("<script>one()</script>");
  expect(policy).toContain(`script-src 'self' ${hash("one()")};`);
  expect(policy).not.toMatch(/script-src[^;]*unsafe/);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
});
