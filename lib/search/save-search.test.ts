import { eq } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { auditLog, notifications, savedSearches, searchQueries } from "@/db/schema";
import { testDatabase } from "@/db/testing";
import { makeCategory, makeMember, makeThread } from "@/db/testing/factories";
import { visitor } from "@/lib/members/actor";
import { now, setClock } from "@/lib/platform/clock";
import { Conflict, Forbidden, InvalidInput, NotFound } from "@/lib/platform/errors";
import { deleteSavedSearch } from "./delete-saved-search";
import { editSavedSearch } from "./edit-saved-search";
import { indexChanges } from "./index-changes";
import { listSavedSearches } from "./list-saved-searches";
import { saveSearch } from "./save-search";
import { tellOfNewHits } from "./tell-of-new-hits";

testDatabase();
afterEach(() => setClock(null));

test("is kept once, under a name, for its member alone", async () => {
  const [owner, other] = await Promise.all([makeMember(), makeMember()]);
  const { id } = await saveSearch(owner, { query: "?q=is%3Aopen+pump&cursor=abc&state=solved&made=up", locale: "de" });
  expect(await saveSearch(owner, { query: "state=solved&q=is:open pump" })).toMatchObject({ id });
  expect(await listSavedSearches(owner)).toMatchObject([{ id, name: "is:open pump", query: "q=is%3Aopen+pump&state=solved", tellsNew: false }]);
  expect(await listSavedSearches(other)).toEqual([]);
  expect(await listSavedSearches(visitor)).toEqual([]);
  await editSavedSearch(owner, { id, name: "Pumps" });
  expect(await listSavedSearches(owner)).toMatchObject([{ name: "Pumps" }]);
  await expect(editSavedSearch(other, { id, name: "Mine" })).rejects.toThrow(NotFound);
  await expect(deleteSavedSearch(other, { id })).rejects.toThrow(NotFound);
  await deleteSavedSearch(owner, { id });
  expect(await listSavedSearches(owner)).toEqual([]);
  const audit = await db.select().from(auditLog).where(eq(auditLog.targetKind, "saved_search"));
  expect(audit.map(({ action }) => action)).toEqual(["search.saved", "search.saved", "search.saved_edited", "search.saved_deleted"]);
});

test("is refused to visitors, without anything to look for, and beyond what anybody overlooks", async () => {
  const member = await makeMember();
  await expect(saveSearch(visitor, { query: "q=pump" })).rejects.toThrow(Forbidden);
  for (const query of ["", "?", "made=up", "q=%20"]) await expect(saveSearch(member, { query })).rejects.toThrow(InvalidInput);
  await expect(saveSearch(member, { query: `q=${"x".repeat(3_000)}` })).rejects.toThrow(InvalidInput);
  for (let n = 0; n < 50; n++) await saveSearch(member, { query: `q=${n}` });
  await expect(saveSearch(member, { query: "q=one too many" })).rejects.toThrow(Conflict);
  await saveSearch(member, { query: "q=7" });
});

test("tells once a day of what is new, and only of what its member may see", async () => {
  const [reader, writer] = await Promise.all([makeMember(), makeMember()]);
  const staffOnly = await makeCategory({ audience: "staff" });
  const { id } = await saveSearch(reader, { query: "q=juicer+is:open" });
  await editSavedSearch(reader, { id, tellsNew: true });
  const quiet = await saveSearch(reader, { query: "q=juicer" });
  await makeThread(writer, { title: "A juicer squeaks", body: "Since today." });
  const at = now();
  const told = () => db.select().from(notifications).where(eq(notifications.kind, "saved_search"));
  const tomorrow = async (days: number) => {
    setClock(new Date(at.getTime() + days * 86_400_000));
    await indexChanges();
    await tellOfNewHits();
    await tellOfNewHits();
  };
  await tellOfNewHits();
  expect(await told()).toEqual([]);
  await tomorrow(1);
  expect(await told()).toMatchObject([{ memberId: reader.id, path: "/search?q=juicer+is%3Aopen", values: { title: "juicer is:open", count: 1 } }]);
  await tomorrow(2);
  expect(await told()).toHaveLength(1);
  const agent = await makeMember({ role: "agent" });
  await makeThread(agent, { title: "Juicer recall", body: "Not yet public.", category: staffOnly.slug });
  await tomorrow(3);
  expect(await told()).toHaveLength(1);
  expect(await db.select().from(savedSearches).where(eq(savedSearches.id, quiet.id))).toMatchObject([{ tellsNew: false }]);
  // Nobody typed these.
  expect(await db.select().from(searchQueries)).toEqual([]);
});
