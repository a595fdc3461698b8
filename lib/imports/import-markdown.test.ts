import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { asc, eq, sql } from "drizzle-orm";
import { pack } from "tar-stream";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { articleRevisions, articles } from "@/db/schema";
import { makeMember } from "@/db/testing/factories";
import { testDatabase } from "@/db/testing";
import { editArticle } from "@/lib/articles/edit-article";
import { getArticle } from "@/lib/articles/get-article";
import { system, visitor } from "@/lib/members/actor";
import { importMarkdown } from "./import-markdown";

testDatabase();
const fixture = fileURLToPath(new URL("./fixtures/kitchen-guide", import.meta.url));
const folder = join(mkdtempSync(join(tmpdir(), "kundig-articles-")), "kitchen-guide");
const importAll = (options: Record<string, unknown> = {}) => importMarkdown(system("import"), { folder, locale: "de", ...options });
let report: Awaited<ReturnType<typeof importAll>>;

beforeAll(async () => {
  cpSync(fixture, folder, { recursive: true });
  await makeMember({ name: "ruth", role: "admin" });
  report = await importAll();
});
afterAll(() => rmSync(join(folder, ".."), { recursive: true, force: true }));

async function article(title: string) {
  const [found] = await db.select().from(articles).where(eq(articles.title, title));
  const view = found && (await getArticle(visitor, found.id));
  if (!found) throw new Error(`no article "${title}"`);
  return { row: found, view };
}

test("gives account of every file", () => {
  expect(report.mismatches).toEqual([]);
  const { read, imported, skipped } = report.tally.of("articles");
  expect({ read, imported }).toEqual({ read: 9, imported: 5 });
  expect(Object.fromEntries(skipped)).toEqual({
    "in a language that is not spoken here (fr)": 1,
    "its front matter can't be read": 1,
    "without a title": 1,
    "another file has the same id": 1,
  });
});

test("title, summary, language, date, licence and category come from above the text, or from folder and heading", async () => {
  const clean = await article("Clean the oven");
  expect(clean.row).toMatchObject({ locale: "en", state: "published", summary: "What takes burnt fat off, and what takes the coating off.", publishedAt: new Date("2024-05-02T00:00:00Z") });
  expect(clean.view?.attribution).toEqual({ site: "kitchen-guide", url: "", author: "Kitchen team", authorUrl: null, license: "CC-BY-4.0" });
  expect((await article("Lampe wechseln")).row.attribution).toBeNull();
  expect(clean.row.verifiedAt).toBeNull();
  expect(clean.view?.category.slug).toBe("kitchen-guide");
  expect(clean.view?.owner.name).toBe("ruth");
  expect((await article("Lampe wechseln")).row.locale).toBe("de");
  expect((await article("Draft of the seal")).row).toMatchObject({ state: "draft", liveRevisionId: null });
});

test("links lead to the articles, empty anchors are gone, callouts stay, code keeps every sign", async () => {
  const clean = await article("Clean the oven");
  const light = await article("Change the light");
  expect(clean.view?.body).toContain(`[change the light](/kb/${light.row.id}/change-the-light)`);
  expect(clean.view?.body).toContain("`[not a link](light.md)`");
  expect(clean.view?.body).not.toContain("<a name");
  expect(clean.view?.body).not.toContain("# Clean the oven");
  expect(clean.view?.body).toContain("A clean oven");
  expect(clean.view?.body).toContain("or see the seal.");
  expect(clean.view?.bodyHtml).toMatch(/callout|aside/);
  const revision = await db.select({ toc: articleRevisions.toc, bodyHtml: articleRevisions.bodyHtml }).from(articleRevisions);
  for (const { toc, bodyHtml } of revision) expect(toc.map(({ id }) => id)).toEqual([...bodyHtml.matchAll(/<h\d id="([^"]*)"/g)].map(([, id]) => id));
  expect(light.view?.body).toContain(`[Clean it](/kb/${clean.row.id}/clean-the-oven#start)`);
  expect(light.view?.body).toContain("Nowhere leads nowhere");
  const lampe = await article("Lampe wechseln");
  expect((await article("Backofen reinigen")).view?.bodyHtml).toContain(`href="/de/kb/${lampe.row.id}/lampe-wechseln"`);
});

test("the same id in two languages is one article and its translation", async () => {
  const view = (await article("Clean the oven")).view;
  expect(view?.translations).toMatchObject([{ locale: "de", title: "Backofen reinigen" }]);
});

test("a second run changes nothing", async () => {
  const before = await db.select().from(articleRevisions).orderBy(asc(articleRevisions.id));
  const again = await importAll();
  expect(again.mismatches).toEqual([]);
  expect(again.tally.of("articles")).toMatchObject({ read: 9, imported: 0, updated: 0, known: 5 });
  expect(await db.select().from(articleRevisions).orderBy(asc(articleRevisions.id))).toEqual(before);
});

test("a text that changed over there becomes a new revision; what people edited here stays theirs", async () => {
  const admin = await makeMember({ role: "admin" });
  const light = await article("Change the light");
  await editArticle(admin, light.row.id, { body: "Better words." });
  const replace = (path: string, from: string, to: string) => writeFileSync(join(folder, path), readFileSync(join(folder, path), "utf8").replace(from, to));
  replace("en/oven/light.md", "Unscrew", "Carefully unscrew");
  replace("de/oven/clean.md", "abkühlen", "ganz abkühlen");
  const again = await importAll();
  expect(again.mismatches).toEqual([]);
  expect(again.tally.of("articles")).toMatchObject({ imported: 0, updated: 1, known: 3 });
  expect(again.tally.of("articles").skipped.get("changed by people here since; theirs stays")).toBe(1);
  const clean = await article("Backofen reinigen");
  expect(clean.view?.body).toContain("ganz abkühlen");
  expect(await db.select().from(articleRevisions).where(eq(articleRevisions.articleId, clean.row.id))).toHaveLength(2);
});

test("reads archives, and names source, address and licence as told", async () => {
  const archive = pack();
  archive.entry({ name: "how/tea.md" }, "# Make tea\n\nBoil [water](water.md).");
  archive.entry({ name: "how/water.md" }, "# Boil water\n\nSee [the shop](/shop).");
  archive.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of archive) chunks.push(chunk as Buffer);
  const path = join(folder, "..", "tea.tar.gz");
  writeFileSync(path, gzipSync(Buffer.concat(chunks)));
  await importMarkdown(system("import"), { folder: path, source: "Tea House", url: "https://tea.example/docs/", license: "CC0", category: "tea" });
  const water = await article("Boil water");
  expect(water.view?.attribution).toEqual({ site: "Tea House", url: "https://tea.example/docs/how/water", author: "Tea House", authorUrl: null, license: "CC0" });
  expect(water.view?.body).toBe("See [the shop](https://tea.example/shop).");
  expect((await article("Make tea")).view?.body).toBe(`Boil [water](/kb/${water.row.id}/boil-water).`);
});

test("leaves audit and search documents, and no jobs for each article", async () => {
  const { rows } = await db.execute(sql`select
    (select count(*)::int from audit_log where action = 'import.articles') as audited,
    (select count(*)::int from search_documents where kind = 'article') as found,
    (select count(*)::int from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier like 'article%') as jobs`);
  expect(rows[0]).toMatchObject({ found: 6, jobs: 0 });
  expect(Number(rows[0]?.audited)).toBeGreaterThan(0);
});

test("refuses who may not, and says in one line what is wrong", async () => {
  const agent = await makeMember({ role: "agent" });
  await expect(importMarkdown(agent, { folder })).rejects.toMatchObject({ code: "forbidden" });
  await expect(importAll({ folder: "/nowhere" })).rejects.toThrow("/nowhere: there is no such folder or archive.");
  await expect(importAll({ owner: "nobody@example.test" })).rejects.toThrow("nobody@example.test is not the address of an agent");
});
