import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/testing";
import { makeCategory, makeMember, makeThread } from "@/db/testing/factories";
import { captionsOf, makeVideo } from "@/db/testing/make-video";
import { createArticle } from "@/lib/articles/create-article";
import { editArticle } from "@/lib/articles/edit-article";
import { transitionArticle } from "@/lib/articles/transition-article";
import { type Member, visitor } from "@/lib/members/actor";
import { meilisearchFromEnvironment } from "@/lib/platform/search/meilisearch-engine";
import { hasMeilisearch } from "@/lib/platform/search/meilisearch-for-tests";
import { siteMeilisearch } from "@/lib/platform/search/site-meilisearch-for-tests";
import { addVideo } from "@/lib/videos/add-video";
import { deleteVideo } from "@/lib/videos/delete-video";
import { editVideo } from "@/lib/videos/edit-video";
import { indexChanges } from "./index-changes";
import { pushChanges } from "./push-changes";
import { rebuildSearch } from "./rebuild-search";
import { reconcileDocuments } from "./reconcile";
import { search } from "./search";
import { suggest } from "./suggest";

testDatabase();

const folder = mkdtempSync(join(tmpdir(), "kundig-cues-"));
let agent: Member;
beforeAll(async () => {
  process.env.KUNDIG_DATA_DIR = folder;
  agent = await makeMember({ role: "agent" });
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("postgres", () => cuesAreFound("postgres", "Wuppsieb"));

describe.skipIf(!hasMeilisearch)("meilisearch", () => {
  siteMeilisearch("cues");
  cuesAreFound("meilisearch", "Zappelsieb");
});

/** `thing` is what the article of this engine's run is about. */
function cuesAreFound(engine: string, thing: string) {
  const said = [
    `Zuerst legen wir ein Tuch unter das ${thing}.`,
    "Dann drehen wir es nach links.",
    "Es kommt etwas Wasser.",
    "Jetzt sehen Sie eine kleine Haarklammer.",
    `Fusseln sammeln sich in jedem ${thing}.`,
    "Zum Schluss drehen wir es wieder fest.",
  ];
  let article: number;
  let video: number;
  let category: string;
  const catchUp = async () => {
    await indexChanges();
    const meilisearch = meilisearchFromEnvironment();
    if (meilisearch) await pushChanges(meilisearch);
  };
  const find = async (q: string, more: Record<string, unknown> = {}) => {
    const found = await search(visitor, { q, preferLocale: "de", category, ...more });
    expect(found.engine).toBe(engine);
    return found.hits;
  };
  const documents = async () => (await db.execute<{ n: number }>(sql`select count(*)::int as n from search_documents where part_of = ${`article:${article}`} and not meili_deleted`)).rows[0]?.n;

  beforeAll(async () => {
    ({ slug: category } = await makeCategory());
    const title = `${thing} reinigen`;
    ({ id: article } = await createArticle(agent, { title, body: `So wird das ${thing} wieder sauber.`, locale: "de", category, scope: "Lenta W7" }));
    ({ id: video } = await makeVideo(agent, article, { title: "Schritt für Schritt", said, locale: "de" }));
    await makeThread(await makeMember(), { title: `${thing} klemmt`, body: "Es geht nicht auf.", locale: "de", category });
    await catchUp();
  });

  test("nothing is found while the article is a draft", async () => {
    expect(await documents()).toBe(0);
    expect(await find("Haarklammer")).toEqual([]);
  });

  test("a spoken word leads to its second, in the one ranking", async () => {
    await transitionArticle(agent, article, { to: "published" });
    await catchUp();
    const [hit, ...others] = await find("Haarklammer");
    expect(others).toEqual([]);
    expect(hit).toMatchObject({ kind: "article", id: article, title: `${thing} reinigen`, locale: "de", cue: { videoId: video, start: 30 } });
    expect(hit?.url).toMatch(new RegExp(`^/de/kb/${article}/[a-z]+-reinigen\\?t=30#video-${video}$`));
    expect(hit?.excerptHtml).toContain("<mark>Haarklammer</mark>");
  });

  test("the article itself comes first, one of its passages behind it, and threads keep their place", async () => {
    const shown = (await find(thing)).map(({ kind, cue }) => (cue ? "cue" : kind));
    expect([...shown].sort()).toEqual(["article", "cue", "thread"]);
    expect(shown.indexOf("article")).toBeLessThan(shown.indexOf("cue"));
    // A title alone is not said.
    expect((await find("reinigen")).every(({ cue }) => cue === null)).toBe(true);
  });

  test("videos are a kind of their own, chosen or typed; suggestions leave them out", async () => {
    const found = await search(visitor, { q: thing, preferLocale: "de", category });
    expect(found.facets.kinds).toEqual({ article: 1, thread: 1, video: 1 });
    for (const hits of [await find(thing, { kinds: "video" }), await find(`${thing} ist:video`)]) expect(hits.map(({ cue }) => cue?.videoId)).toEqual([video]);
    expect((await find(thing, { kinds: "article" })).map(({ cue }) => cue)).toEqual([null]);
    const offered = await suggest(visitor, { title: `Haarklammer im ${thing} gefunden`, preferLocale: "de", unsure: "true" });
    expect(offered.hits.every(({ cue }) => cue === null)).toBe(true);
  });

  test("other captions are found at once, the old ones no longer", async () => {
    await editVideo(agent, video, { captions: { de: captionsOf(["Hier liegt ein Knopf.", "Und dort ein Würfelzucker."]), en: captionsOf(["Here is a thimble."]) } });
    expect(await find("Haarklammer")).toEqual([]);
    await catchUp();
    expect(await find("Haarklammer")).toEqual([]);
    expect(await find("Würfelzucker")).toMatchObject([{ cue: { start: 10 } }]);
    expect(await find("thimble")).toMatchObject([{ locale: "en", cue: { start: 0 } }]);
  });

  test("the title follows the article, and a rebuilt index is the same", async () => {
    await editArticle(agent, article, { title: `${thing} säubern` });
    await transitionArticle(agent, article, { to: "published" });
    await catchUp();
    const before = await find("Würfelzucker");
    expect(before).toMatchObject([{ title: `${thing} säubern` }]);
    await rebuildSearch();
    expect(await reconcileDocuments()).toBe(0);
    expect(await find("Würfelzucker")).toEqual(before);
  });

  test("what is hidden, unfinished or gone is not found, not even for a moment", async () => {
    await transitionArticle(await makeMember({ role: "manager" }), article, { to: "archived" });
    expect(await find("Würfelzucker")).toEqual([]);
    await catchUp();
    expect(await documents()).toBe(0);
    for (const to of ["draft", "published"]) await transitionArticle(agent, article, { to });
    const unfinished = await addVideo(agent, article, { title: "Noch ohne Film", captions: { de: captionsOf(["Hier fehlt der Schneebesen."]) } });
    await catchUp();
    expect(await find("Schneebesen")).toEqual([]);
    expect(await find("Würfelzucker")).toHaveLength(1);
    await deleteVideo(agent, unfinished.id);
    await deleteVideo(agent, video);
    expect(await find("Würfelzucker")).toEqual([]);
    await catchUp();
    expect(await documents()).toBe(0);
  });
}
