import { expect, test } from "vitest";
import { testDatabase } from "@/db/testing";
import { makeCategory, makeMember, makeThread } from "@/db/testing/factories";
import { createArticle } from "@/lib/articles/create-article";
import { transitionArticle } from "@/lib/articles/transition-article";
import { visitor } from "@/lib/members/actor";
import { indexChanges } from "./index-changes";
import { relateDocuments } from "./relate-documents";
import { relatedTo } from "./related-to";

testDatabase();

test("a guide written later stands beside the threads it is about, until it is archived", async () => {
  const [asker, agent] = await Promise.all([makeMember(), makeMember({ role: "manager" })]);
  const category = await makeCategory();
  const thread = await makeThread(asker, { title: "The samovar valve drips", category: category.slug });
  await indexChanges();
  await relateDocuments(100);
  expect(await relatedTo(visitor, "thread", thread.id, "en")).toEqual([]);
  const { id } = await createArticle(agent, { title: "Seal the samovar valve", body: "Turn it, clean it, grease it.", locale: "en", category: category.slug });
  await transitionArticle(agent, id, { to: "published" });
  await indexChanges();
  await relateDocuments(100);
  expect(await relatedTo(visitor, "thread", thread.id, "en")).toMatchObject([{ kind: "article", id, threadKind: null, title: "Seal the samovar valve" }]);
  await relateDocuments(100);
  await transitionArticle(agent, id, { to: "archived" });
  expect(await relatedTo(visitor, "thread", thread.id, "en")).toEqual([]);
});

test("no number, nothing near", async () => {
  for (const id of [Number.NaN, 0, -1, 1.5, Infinity]) expect(await relatedTo(visitor, "thread", id, "en")).toEqual([]);
});
