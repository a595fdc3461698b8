import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { categories } from "@/db/schema";
import { testDatabase } from "@/db/testing";
import { makeAgent, makeChatPlace } from "@/db/testing/chat";
import { makeMember } from "@/db/testing/factories";
import { auditOf, jobsNamed } from "@/db/testing/traces";
import { visitor } from "@/lib/members/actor";
import { getPresence } from "@/lib/presence/get-presence";
import { createDepartment } from "./create-department";
import { editDepartment } from "./edit-department";
import { listDepartments } from "./list-departments";
import { setDepartmentMembers } from "./set-department-members";
import { setSeats } from "./set-seats";

testDatabase();

const closed = { zone: "Europe/Berlin", weekly: [], exceptions: [] };
const night = { zone: "Europe/Berlin", weekly: [{ day: 5, from: "22:00", to: "06:00" }] };

describe("departments", () => {
  test("are opened by admins, and no address twice", async () => {
    const admin = await makeMember({ role: "admin" });
    const wishes = { slug: "repairs", nameEn: "Repairs", nameDe: "Reparatur", calendar: night };
    const { id } = await createDepartment(admin, wishes);
    expect(await auditOf("department", id)).toEqual(["department.created"]);
    await expect(createDepartment(admin, wishes)).rejects.toMatchObject({ code: "slug_taken" });
    await expect(createDepartment(await makeMember({ role: "manager" }), wishes)).rejects.toMatchObject({ code: "forbidden" });
    await expect(createDepartment(visitor, wishes)).rejects.toMatchObject({ code: "forbidden" });
    await expect(createDepartment(admin, { ...wishes, slug: "No Slug!" })).rejects.toMatchObject({ fields: { slug: {} } });
  });

  test("change their hours, which changes at once who waits", async () => {
    const { departmentId } = await makeChatPlace();
    const manager = await makeMember({ role: "manager" });
    await editDepartment(manager, { id: departmentId, calendar: closed });
    const view = (await listDepartments(manager)).find(({ id }) => id === departmentId);
    expect(view).toMatchObject({ open: false, nextOpenAt: null });
    expect(await jobsNamed("queue.offer")).toContainEqual({ departmentId });
    await expect(editDepartment(manager, { id: departmentId, calendar: { ...closed, zone: "Mars" } })).rejects.toMatchObject({ code: "invalid_input" });
    await expect(editDepartment(manager, { id: 999_999, nameEn: "Nowhere" })).rejects.toMatchObject({ code: "not_found" });
    await expect(editDepartment(await makeMember({ role: "agent" }), { id: departmentId, nameEn: "Mine" })).rejects.toMatchObject({ code: "forbidden" });
  });

  test("promise more for some questions, as far as these exist", async () => {
    const { departmentId, category } = await makeChatPlace();
    const manager = await makeMember({ role: "manager" });
    const [topic] = await db.select().from(categories).where(eq(categories.slug, category));
    const serve = (service: unknown) => editDepartment(manager, { id: departmentId, service });
    await serve({ policies: [{ category: topic?.id, resolutionMinutes: "60" }, { unanswered: true }] });
    const view = (await listDepartments(manager)).find(({ id }) => id === departmentId);
    expect(view?.service).toMatchObject({ resolutionMinutes: 480, policies: [{ category: topic?.id, resolutionMinutes: 60, unanswered: false }, { unanswered: true }] });
    expect(await auditOf("department", departmentId)).toEqual(["department.edited"]);
    const wrong = [
      [{ resolutionMinutes: 4_801 }, "service.resolutionMinutes", "error.tooBig"],
      [{ policies: [{ firstReplyMinutes: 5 }] }, "service.policies.0.category", "error.policy.condition"],
      [{ policies: [{ unanswered: true, firstReplyMinutes: "0:14" }] }, "service.policies.0.firstReplyMinutes", "error.minutes.tooFew"],
      [{ policies: [{ unanswered: true }, { category: 999_999 }] }, "service.policies.1.category", "error.category.unknown"],
      [{ policies: [{ tag: "No such tag" }] }, "service.policies.0.tag", "error.policy.tag"],
      [{ policies: Array.from({ length: 11 }, () => ({ unanswered: true })) }, "service.policies", "error.invalidValue"],
    ] as const;
    for (const [service, field, key] of wrong) await expect(serve(service)).rejects.toMatchObject({ fields: { [field]: { key } } });
    expect((await listDepartments(manager)).find(({ id }) => id === departmentId)?.service).toEqual(view?.service);
  });

  test("have staff, and nobody else", async () => {
    const place = await makeChatPlace();
    const manager = await makeMember({ role: "manager" });
    const agent = await makeAgent(place);
    const member = await makeMember();
    expect((await setDepartmentMembers(manager, { id: place.departmentId, memberIds: [agent.id, manager.id, agent.id] })).memberIds).toHaveLength(2);
    await expect(setDepartmentMembers(manager, { id: place.departmentId, memberIds: [member.id] })).rejects.toMatchObject({ fields: { memberIds: {} } });
    await expect(setDepartmentMembers(agent, { id: place.departmentId, memberIds: [] })).rejects.toMatchObject({ code: "forbidden" });
    await expect(listDepartments(member)).rejects.toMatchObject({ code: "forbidden" });
    await setSeats(manager, { memberId: agent.id, capacity: 5, skills: ["German", "german"] });
    expect((await getPresence(agent)).capacity).toBe(5);
    await expect(setSeats(manager, { memberId: member.id, capacity: 5 })).rejects.toMatchObject({ code: "not_found" });
    await expect(setSeats(manager, { memberId: agent.id, capacity: 11 })).rejects.toMatchObject({ code: "invalid_input" });
    await expect(setSeats(agent, { memberId: agent.id, capacity: 5 })).rejects.toMatchObject({ code: "forbidden" });
  });
});
