import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/testing";
import { makeCategory, makeMember, makeThread } from "@/db/testing/factories";
import { type Member, visitor } from "@/lib/members/actor";
import { meilisearchFromEnvironment } from "@/lib/platform/search/meilisearch-engine";
import { hasMeilisearch } from "@/lib/platform/search/meilisearch-for-tests";
import { siteMeilisearch } from "@/lib/platform/search/site-meilisearch-for-tests";
import { indexChanges } from "./index-changes";
import { previewRule } from "./preview-rule";
import { pushChanges } from "./push-changes";
import { saveRule } from "./save-rule";
import { search } from "./search";

testDatabase();

let manager: Member;
let asker: Member;
beforeAll(async () => {
  [manager, asker] = await Promise.all([makeMember({ role: "manager" }), makeMember()]);
});

describe("postgres", () => whatIsTaught("postgres", "Wuppdich", "Strudelhaube"));

describe.skipIf(!hasMeilisearch)("meilisearch", () => {
  siteMeilisearch("tuning");
  whatIsTaught("meilisearch", "Zappelix", "Knubbeltuch");
});

/** `said` is what customers say, `written` what stands in the texts. */
function whatIsTaught(engine: string, said: string, written: string) {
  const find = async (q: string) => {
    const found = await search(visitor, { q, preferLocale: "de" });
    return { ids: found.hits.map(({ id }) => id), engine: found.engine };
  };
  const post = async (title: string, category: string) => (await makeThread(asker, { title, locale: "de", category })).id;
  let first: number;
  let second: number;
  beforeAll(async () => {
    const { slug } = await makeCategory();
    first = await post(`${written} abnehmen und waschen`, slug);
    second = await post(`${written} abnehmen`, slug);
    await indexChanges();
    const meilisearch = meilisearchFromEnvironment();
    if (meilisearch) await pushChanges(meilisearch);
  });

  test("a synonym finds both ways, at once, as its preview said", async () => {
    expect((await find(said)).ids).toEqual([]);
    const rule = { locale: "de", kind: "synonyms", data: { words: [said, written] } };
    const preview = await previewRule(manager, rule);
    const told = preview.queries.find(({ query }) => query.toLowerCase() === said.toLowerCase());
    await saveRule(manager, rule);
    const found = await find(said);
    expect(found.engine).toBe(engine);
    expect([...found.ids].sort()).toEqual([first, second].sort());
    expect(told?.after.map(({ key }) => key)).toEqual(found.ids.map((id) => `thread:${id}`));
  });

  test("a pin comes first", async () => {
    const [best, last] = (await find(`${written} abnehmen`)).ids;
    await saveRule(manager, { locale: "de", kind: "pin", data: { query: `${written} abnehmen`, keys: [`thread:${last}`] } });
    expect((await find(`abnehmen ${written}`)).ids).toEqual([last, best]);
  });

  test("weights move solved questions up", async () => {
    const words = `${written} abnehmen waschen`;
    expect((await find(words)).ids[0]).toBe(first);
    await db.execute(sql`update threads set state = 'solved' where id = ${second}`);
    await db.execute(sql`update search_documents set state = 'solved' where kind = 'thread' and doc_id = ${second}`);
    await saveRule(manager, { locale: "de", kind: "weights", data: { article: 1, solved: 2, open: 0.5 } });
    expect((await find(words)).ids[0]).toBe(second);
    await saveRule(manager, { locale: "de", kind: "weights", data: { article: 1, solved: 1, open: 1 } });
    expect((await find(words)).ids[0]).toBe(first);
  });

  test("a word that says nothing is not missed", async () => {
    const query = `gefälligst ${written} abnehmen`;
    await saveRule(manager, { locale: "de", kind: "stop_word", data: { word: "gefälligst" } });
    expect([...(await find(query)).ids].sort()).toEqual([first, second].sort());
  });
}
