import { beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "@/db/testing";
import { makeCategory, makeDepartment, makeMember } from "@/db/testing/factories";
import { auditOf } from "@/db/testing/traces";
import { getLadder } from "@/lib/escalations/get-ladder";
import { setLadder } from "@/lib/escalations/set-ladder";
import { listStaff } from "@/lib/departments/list-staff";
import { type Member, visitor } from "@/lib/members/actor";
import { getMemberRecord } from "@/lib/members/get-member-record";
import { Forbidden, InvalidInput, NotFound } from "@/lib/platform/errors";
import { getCompany } from "./get-company";
import { getPopularSearches } from "./get-popular-searches";
import { saveCompany } from "./save-company";

testDatabase();

let member: Member;
let agent: Member;
let manager: Member;
const company = { name: "Nordhang", legalName: "Nordhang Hausgeräte GmbH", keepMonths: 12, popularSearches: { de: ["E18 beheben"], en: [] } };

beforeAll(async () => {
  member = await makeMember();
  agent = await makeMember({ role: "agent" });
  manager = await makeMember({ role: "manager" });
});

describe("saveCompany", () => {
  test("keeps what pages show", async () => {
    await saveCompany(manager, company);
    expect(await getCompany(manager)).toEqual(company);
    expect(await getPopularSearches("de")).toEqual(["E18 beheben"]);
    expect(await auditOf("settings", "company")).toEqual(["settings.company_saved"]);
  });

  test("refuses those below managers, suspended ones and nonsense", async () => {
    const paused = await makeMember({ role: "manager", suspendedUntil: new Date(Date.now() + 60_000) });
    for (const stranger of [visitor, member, agent, paused]) {
      await expect(saveCompany(stranger, company)).rejects.toBeInstanceOf(Forbidden);
      await expect(getCompany(stranger)).rejects.toBeInstanceOf(Forbidden);
    }
    for (const keepMonths of [0, 37, 1.5, "ever"]) await expect(saveCompany(manager, { ...company, keepMonths })).rejects.toMatchObject({ fields: { keepMonths: expect.anything() } });
    await expect(saveCompany(manager, { ...company, name: "" })).rejects.toMatchObject({ fields: { name: expect.anything() } });
    await expect(saveCompany(manager, { ...company, popularSearches: { de: ["x"], en: [] } })).rejects.toBeInstanceOf(InvalidInput);
    expect((await getCompany(manager)).name).toBe("Nordhang");
  });
});

describe("setLadder", () => {
  test("sets own times, leaves steps out, and goes back to the usual", async () => {
    const { id } = await makeCategory();
    const ladder = [
      { action: "offer_chat", afterMinutes: 30 },
      { action: "nudge_experts", afterMinutes: null },
    ];
    await setLadder(manager, { id, ladder });
    expect(await getLadder(manager, id)).toEqual(ladder);
    await setLadder(manager, { id, ladder: [] });
    expect(await getLadder(manager, id)).toEqual([]);
    expect(await auditOf("category", id)).toEqual(["category.ladder_set", "category.ladder_set"]);
  });

  test("refuses agents, unknown categories and impossible times", async () => {
    const { id } = await makeCategory();
    await expect(setLadder(agent, { id, ladder: null })).rejects.toBeInstanceOf(Forbidden);
    await expect(getLadder(agent, id)).rejects.toBeInstanceOf(Forbidden);
    await expect(setLadder(manager, { id: 999_999, ladder: null })).rejects.toBeInstanceOf(NotFound);
    await expect(setLadder(manager, { id, ladder: [{ action: "offer_chat", afterMinutes: -3 }] })).rejects.toMatchObject({ fields: { "ladder.0.afterMinutes": { key: "error.tooSmall" } } });
    await expect(setLadder(manager, { id, ladder: [{ action: "call_police", afterMinutes: 3 }] })).rejects.toBeInstanceOf(InvalidInput);
  });
});

test("who works here and what is known of a member is for staff and managers", async () => {
  const { id } = await makeDepartment();
  const kim = await makeMember({ role: "agent", departments: [id] });
  expect((await listStaff(agent)).find((each) => each.id === kim.id)).toMatchObject({ departments: [id], capacity: 3, skills: [] });
  await expect(listStaff(member)).rejects.toBeInstanceOf(Forbidden);
  expect(await getMemberRecord(manager, member.id)).toMatchObject({ name: member.name, expertIn: [] });
  expect(await getMemberRecord(manager, 999_999)).toBeNull();
  await expect(getMemberRecord(agent, member.id)).rejects.toBeInstanceOf(Forbidden);
});
