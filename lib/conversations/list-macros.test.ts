import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { settings } from "@/db/schema";
import { testDatabase } from "@/db/testing";
import { makeDepartment, makeMember } from "@/db/testing/factories";
import { listMacros } from "./list-macros";

testDatabase();

const macro = (key: string, departments: string[]) => ({ key, departments, nameDe: "Gruß", nameEn: "Hello", bodyDe: "Guten Tag", bodyEn: "Good day" });

describe("listMacros", () => {
  test("gives agents those of their departments and those for all, managers every one", async () => {
    const [own, other] = [await makeDepartment(), await makeDepartment()];
    const value = [macro("own", [own.slug]), macro("other", [other.slug]), macro("all", []), { ...macro("draft", []), approved: false }];
    await db.insert(settings).values({ key: "macros", value }).onConflictDoUpdate({ target: settings.key, set: { value } });
    const agent = { ...(await makeMember({ role: "agent" })), departments: [own.id] };
    expect((await listMacros(agent)).map(({ key }) => key)).toEqual(["own", "all"]);
    expect((await listMacros(await makeMember({ role: "manager" }))).map(({ key }) => key)).toEqual(["own", "other", "all"]);
  });

  test("is for staff only, and survives settings that are none", async () => {
    await expect(listMacros(await makeMember())).rejects.toMatchObject({ code: "forbidden" });
    const value = { not: "a list" };
    await db.insert(settings).values({ key: "macros", value }).onConflictDoUpdate({ target: settings.key, set: { value } });
    expect(await listMacros(await makeMember({ role: "agent" }))).toEqual([]);
  });
});
