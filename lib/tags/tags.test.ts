import { beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "@/db/testing";
import { makeCategory, makeMember, makeThread } from "@/db/testing/factories";
import { auditOf, jobsNamed } from "@/db/testing/traces";
import { type Member, visitor } from "@/lib/members/actor";
import { Forbidden, InvalidInput, NotFound } from "@/lib/platform/errors";
import { editTag } from "./edit-tag";
import { getTag } from "./get-tag";
import { listTags } from "./list-tags";

testDatabase();

let member: Member;
let helper: Member;
let agent: Member;

beforeAll(async () => {
  await makeCategory({ slug: "washing" });
  member = await makeMember();
  helper = await makeMember({ trust: "helper" });
  agent = await makeMember({ role: "agent" });
  await makeThread(member, { category: "washing", tags: ["E18", "Lenta W7"] });
  await makeThread(member, { category: "washing", tags: ["e18", "100% cotton"] });
});

test("listTags pages from the most used on, and finds beginnings", async () => {
  const first = await listTags(visitor, { limit: 1 });
  expect(first.items[0]).toMatchObject({ slug: "e18", name: "E18", threadCount: 2 });
  const rest = await listTags(visitor, { cursor: first.nextCursor ?? undefined });
  expect(rest.items.map((tag) => tag.slug).sort()).toEqual(["100-cotton", "lenta-w7"]);
  expect((await listTags(visitor, { startsWith: "LENTA" })).items).toHaveLength(1);
  expect((await listTags(visitor, { startsWith: "100%" })).items).toHaveLength(1);
  expect((await listTags(visitor, { startsWith: "%" })).items).toHaveLength(0);
});

test("a tag used only where one may not look has no name", async () => {
  await makeCategory({ slug: "backstage", audience: "staff" });
  await makeThread(agent, { category: "backstage", tags: ["recall"] });
  expect(await getTag(member, "recall")).toBeNull();
  expect((await listTags(member, { startsWith: "recall" })).items).toEqual([]);
  expect(await getTag(agent, "recall")).toMatchObject({ slug: "recall" });
});

describe("editTag", () => {
  test("helpers write the wiki, staff rename; audit and job stay behind", async () => {
    const { id } = await editTag(helper, { slug: "e18", description: "The pump is **stuck**." });
    expect((await getTag(visitor, "e18"))?.descriptionHtml).toContain("<strong>stuck</strong>");
    await editTag(agent, { slug: "e18", name: "Error 18" });
    expect(await getTag(visitor, "e18")).toMatchObject({ name: "Error 18", description: "The pump is **stuck**." });
    expect(await auditOf("tag", id)).toEqual(["tag.edited", "tag.edited"]);
    expect(await jobsNamed("tag.edited")).toContainEqual({ tagId: id });
  });

  test("refuses others, new names by helpers, long texts and tags that are not there", async () => {
    await expect(editTag(member, { slug: "e18", description: "x" })).rejects.toBeInstanceOf(Forbidden);
    await expect(editTag(visitor, { slug: "e18", description: "x" })).rejects.toBeInstanceOf(Forbidden);
    await expect(editTag(helper, { slug: "e18", name: "x" })).rejects.toBeInstanceOf(Forbidden);
    await expect(editTag(helper, { slug: "e18", description: "x".repeat(10_001) })).rejects.toBeInstanceOf(InvalidInput);
    await expect(editTag(agent, { slug: "nothing", description: "x" })).rejects.toBeInstanceOf(NotFound);
    await expect(editTag(helper, { slug: "recall", description: "x" }), "among staff alone").rejects.toBeInstanceOf(NotFound);
  });
});
