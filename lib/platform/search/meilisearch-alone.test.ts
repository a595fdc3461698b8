import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const sources = ["app", "components", "lib", "bin"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => ({ path: join(folder, name), text: readFileSync(join(folder, name), "utf8") })),
);

test("only its own files talk to Meilisearch", () => {
  const talking = sources.filter(({ text }) => /from "meilisearch"|import\("meilisearch"\)/.test(text)).map(({ path }) => path);
  expect(talking.length).toBeGreaterThan(0);
  expect(talking.filter((path) => !path.startsWith("lib/platform/search/meilisearch-"))).toEqual([]);
});

test("nothing that runs in a browser knows where it is", () => {
  const inBrowsers = sources.filter(({ text }) => /^"use client";/m.test(text));
  expect(inBrowsers.length).toBeGreaterThan(10);
  expect(inBrowsers.filter(({ text }) => /meilisearch-|MEILI_/.test(text)).map(({ path }) => path)).toEqual([]);
  const told = sources.filter(({ path, text }) => /^(app|components)\//.test(path) && text.includes("MEILI_"));
  expect(told.map(({ path }) => path)).toEqual([]);
});
