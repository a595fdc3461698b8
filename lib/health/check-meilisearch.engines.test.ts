import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/testing";
import { makeCategory, makeMember, makeThread } from "@/db/testing/factories";
import { hasMeilisearch } from "@/lib/platform/search/meilisearch-for-tests";
import { meilisearchFromEnvironment } from "@/lib/platform/search/meilisearch-engine";
import { siteMeilisearch } from "@/lib/platform/search/site-meilisearch-for-tests";
import { indexChanges } from "@/lib/search/index-changes";
import { pushChanges } from "@/lib/search/push-changes";
import { readDocuments } from "@/lib/search/read-documents";
import { checkMeilisearch } from "./check-meilisearch";

testDatabase();

const said = async (repair = false) => (await checkMeilisearch(repair)).map(({ state, text, repaired }) => `${state} ${text} ${repaired ?? ""}`).join("\n");

describe.skipIf(!hasMeilisearch)("what the doctor says of Meilisearch", () => {
  siteMeilisearch("doctor");

  beforeAll(async () => {
    const asker = await makeMember();
    const { slug: category } = await makeCategory();
    for (const title of ["The pump hums", "The door sticks", "The drum squeaks"]) await makeThread(asker, { title, category });
    await indexChanges();
    await pushChanges(engine());
  });

  test("it answers and holds everything", async () => {
    expect(await said()).toMatch(/ok Meilisearch 1\.\d+\.\d+ answers, with keys of its own .* it has no dump/);
    expect(await said()).toContain("ok Meilisearch holds all 3 documents as they are");
  });

  test("an old state of as many documents, as a dump brings it, is told and mended", async () => {
    const { rows } = await db.execute<{ key: string }>(sql`select kind || ':' || doc_id as key from search_documents order by doc_id`);
    const [edited, lost] = await readDocuments(rows.slice(0, 2).map(({ key }) => key));
    if (!edited || !lost) throw new Error("nothing indexed");
    await engine().put([{ ...edited, version: edited.version - 1 }, { ...lost, key: "thread:999999" }]);
    await engine().remove([lost.key]);
    expect(await said()).toContain("warning Meilisearch lacks 2 documents as they are now, and holds 1 document too many");
    expect(await said(true)).toContain("brought in line");
    expect(await said()).toContain("ok Meilisearch holds all 3 documents as they are");
  });
});

function engine() {
  const found = meilisearchFromEnvironment();
  if (!found) throw new Error("no Meilisearch");
  return found;
}
