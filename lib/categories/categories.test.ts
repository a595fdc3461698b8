import { beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "@/db/testing";
import { makeCategory, makeMember, makeThread } from "@/db/testing/factories";
import { auditOf, jobsNamed } from "@/db/testing/traces";
import { type Member, visitor } from "@/lib/members/actor";
import { Forbidden, InvalidInput, NotFound } from "@/lib/platform/errors";
import { createCategory } from "./create-category";
import { editCategory } from "./edit-category";
import { getCategory } from "./get-category";
import { listCategories } from "./list-categories";

testDatabase();

let admin: Member;
let member: Member;
let manager: Member;
let washing: { id: number };
const names = { nameEn: "Drying", nameDe: "Trocknen" };

beforeAll(async () => {
  admin = await makeMember({ role: "admin" });
  manager = await makeMember({ role: "manager" });
  member = await makeMember();
  washing = await makeCategory({ slug: "washing", position: 1 });
  await makeCategory({ slug: "machines", parentId: washing.id, position: 2 });
  await makeCategory({ slug: "households", audience: "members", position: 3 });
  await makeCategory({ slug: "staff-room", audience: "staff", position: 4 });
  await makeThread(member, { category: "machines" });
});

test("listCategories shows each their tree, with counts from below", async () => {
  const tree = await listCategories(visitor);
  expect(tree.map((each) => each.slug)).toEqual(["washing"]);
  expect(tree[0]).toMatchObject({ threadCount: 0, totalThreadCount: 1, children: [{ slug: "machines", threadCount: 1 }] });
  expect((await listCategories(member)).map((each) => each.slug)).toEqual(["washing", "households"]);
  expect((await listCategories(manager)).map((each) => each.slug)).toEqual(["washing", "households", "staff-room"]);
});

test("getCategory knows the way there, and hides what is not for everybody", async () => {
  const machines = await getCategory(visitor, "machines");
  expect(machines?.breadcrumbs.map((each) => each.slug)).toEqual(["washing", "machines"]);
  expect(machines?.restricted).toBe(false);
  expect(await getCategory(visitor, "households")).toBeNull();
  expect((await getCategory(member, "households"))?.restricted).toBe(true);
  expect(await getCategory(visitor, "nothing")).toBeNull();
});

describe("createCategory and editCategory", () => {
  test("admins shape the tree; audit and job stay behind", async () => {
    const { id } = await createCategory(admin, { slug: "drying", ...names });
    await editCategory(admin, { id, parentId: washing.id, nameEn: "Dryers" });
    const found = await getCategory(visitor, "drying");
    expect(found).toMatchObject({ name: { en: "Dryers", de: "Trocknen" }, parentId: washing.id });
    expect(await auditOf("category", id)).toEqual(["category.created", "category.edited"]);
    expect(await jobsNamed("category.created")).toContainEqual({ categoryId: id });
  });

  test("refuses others", async () => {
    for (const mayNot of [visitor, member, manager]) {
      await expect(createCategory(mayNot, { slug: "x", ...names })).rejects.toBeInstanceOf(Forbidden);
      await expect(editCategory(mayNot, { id: washing.id, nameEn: "x" })).rejects.toBeInstanceOf(Forbidden);
    }
    await expect(editCategory(admin, { id: 999_999, nameEn: "x" })).rejects.toBeInstanceOf(NotFound);
  });

  test("refuses what would break the tree", async () => {
    const two = await createCategory(admin, { slug: "two", parentId: washing.id, ...names });
    const three = await createCategory(admin, { slug: "three", parentId: two.id, ...names });
    const wrong = [
      createCategory(admin, { slug: "washing", ...names }),
      createCategory(admin, { slug: "Not a slug", ...names }),
      createCategory(admin, { slug: "four", parentId: three.id, ...names }),
      createCategory(admin, { slug: "lost", parentId: 999_999, ...names }),
      editCategory(admin, { id: washing.id, parentId: three.id }),
      editCategory(admin, { id: washing.id, audience: "staff" }),
    ];
    for (const each of await Promise.allSettled(wrong)) {
      expect(each.status === "rejected" && each.reason).toBeInstanceOf(InvalidInput);
    }
  });
});
