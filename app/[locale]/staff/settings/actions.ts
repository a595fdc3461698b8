"use server";

import { formLocale, runForm } from "@/app/run-form";
import type { FormState } from "@/components/ui/form-state";
import { createCategory } from "@/lib/categories/create-category";
import { editCategory } from "@/lib/categories/edit-category";
import { createDepartment } from "@/lib/departments/create-department";
import { editDepartment } from "@/lib/departments/edit-department";
import { setDepartmentMembers } from "@/lib/departments/set-department-members";
import { setSeats } from "@/lib/departments/set-seats";
import { ladderActions } from "@/lib/escalations/ladder";
import { setLadder } from "@/lib/escalations/set-ladder";
import { liftHold } from "@/lib/holds/lift-hold";
import { setExpertTopics } from "@/lib/members/set-expert-topics";
import { setRole } from "@/lib/members/set-role";
import { currentActor } from "@/lib/platform/auth/current-actor";
import { href } from "@/lib/platform/i18n/locale";
import { saveCompany } from "@/lib/settings/save-company";
import { planShifts } from "@/lib/shifts/plan-shifts";
import { writtenCalendar } from "./calendar-form";
import { writtenPolicies } from "./policy-form";

type Fields = Record<string, string | undefined>;

export async function saveCompanyAction(_state: FormState, form: FormData): Promise<FormState> {
  const state = await runForm(form, async (fields: Fields) => {
    const popularSearches = { de: linesOf(fields.searchesDe), en: linesOf(fields.searchesEn) };
    await saveCompany(await currentActor(), { name: fields.name, legalName: fields.legalName, keepMonths: fields.keepMonths, popularSearches });
    return saved(form, "company");
  });
  return withErrorsAt(state, (path) => (path.startsWith("popularSearches.de") ? "searchesDe" : path.startsWith("popularSearches.en") ? "searchesEn" : undefined));
}

export async function createDepartmentAction(_state: FormState, form: FormData): Promise<FormState> {
  const { calendar, fieldOf } = writtenCalendar(textsOf(form));
  const state = await runForm(form, async ({ slug, nameDe, nameEn }: Fields) => {
    const { id } = await createDepartment(await currentActor(), { slug, nameDe, nameEn, calendar });
    return saved(form, "departments", { id: String(id) });
  });
  return withErrorsAt(state, fieldOf);
}

export async function saveDepartmentAction(_state: FormState, form: FormData): Promise<FormState> {
  const { calendar, fieldOf } = writtenCalendar(textsOf(form));
  const { policies, fieldOf: policyFieldOf } = writtenPolicies(textsOf(form));
  const state = await runForm(form, async (fields: Fields) => {
    const { id, nameDe, nameEn, aimedReplyMinutes, firstReplyMinutes, nextReplyMinutes, messageMinutes, resolutionMinutes, callLines, wrapUpSeconds, helpedBy } = fields;
    const service = { aimedReplyMinutes, firstReplyMinutes, nextReplyMinutes, messageMinutes, resolutionMinutes, policies, callLines, wrapUpSeconds, helpedBy: helpedBy || null };
    await editDepartment(await currentActor(), { id, nameDe, nameEn, calendar, service });
    return saved(form, "departments", { id });
  });
  return withErrorsAt(state, (path) => fieldOf(path) ?? policyFieldOf(path) ?? (path.startsWith("service.") ? path.slice("service.".length) : undefined));
}

export async function staffDepartmentAction(_state: FormState, form: FormData): Promise<FormState> {
  const memberIds = form.getAll("memberIds").map(Number);
  const state = await runForm(form, async ({ id }: Fields) => {
    await setDepartmentMembers(await currentActor(), { id, memberIds });
    return saved(form, "departments", { id });
  });
  return { ...state, values: { ...state.values, memberIds: memberIds.join(",") } };
}

export async function liftHoldAction(_state: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async ({ id }: Fields) => {
    await liftHold(await currentActor(), id);
    return saved(form, "holds");
  });
}

export async function createCategoryAction(_state: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async (fields: Fields) => {
    const { id } = await createCategory(await currentActor(), categoryOf(fields));
    return saved(form, "categories", { id: String(id) });
  });
}

export async function saveCategoryAction(_state: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async (fields: Fields) => {
    await editCategory(await currentActor(), { id: fields.id, ...categoryOf(fields) });
    return saved(form, "categories", { id: fields.id });
  });
}

/** An empty field follows the usual ladder, a number is minutes, any other word leaves the step out. */
export async function saveLadderAction(_state: FormState, form: FormData): Promise<FormState> {
  const written = textsOf(form);
  const steps = ladderActions.flatMap((action) => {
    const text = written[action]?.trim() ?? "";
    return text === "" ? [] : [{ action, afterMinutes: /^\p{L}+$/u.test(text) ? null : Number(text) }];
  });
  const state = await runForm(form, async ({ id }: Fields) => {
    await setLadder(await currentActor(), { id, ladder: steps });
    return saved(form, "categories", { id });
  });
  return withErrorsAt(state, (path) => steps[Number(/^ladder\.(\d+)/.exec(path)?.[1])]?.action);
}

export async function setRoleAction(_state: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async ({ id, role }: Fields) => {
    await setRole(await currentActor(), { memberId: id, role });
    return saved(form, "members", { id });
  });
}

export async function setExpertTopicsAction(_state: FormState, form: FormData): Promise<FormState> {
  const categoryIds = form.getAll("categoryIds").map(Number);
  const state = await runForm(form, async ({ id }: Fields) => {
    await setExpertTopics(await currentActor(), { memberId: id, categoryIds });
    return saved(form, "members", { id });
  });
  return { ...state, values: { ...state.values, categoryIds: categoryIds.join(",") } };
}

export async function setSeatsAction(_state: FormState, form: FormData): Promise<FormState> {
  const state = await runForm(form, async ({ id, capacity, skills }: Fields) => {
    await setSeats(await currentActor(), { memberId: id, capacity: numberOf(capacity), skills: linesOf(skills) });
    return saved(form, "agents", { id });
  });
  return withErrorsAt(state, (path) => (path.startsWith("skills.") ? "skills" : undefined));
}

/** The zone is the department's, and its holidays close it for everybody. */
export async function planShiftsAction(_state: FormState, form: FormData): Promise<FormState> {
  const { calendar, fieldOf } = writtenCalendar(textsOf(form));
  const state = await runForm(form, async ({ id, department }: Fields) => {
    const { weekly, exceptions } = calendar;
    await planShifts(await currentActor(), { memberId: id, departmentId: department, plan: { weekly, exceptions } });
    return saved(form, "agents", { id });
  });
  return withErrorsAt(state, fieldOf);
}

function saved(form: FormData, part: string, query: Fields = {}): { goTo: string } {
  const kept = Object.entries({ ...query, saved: "1" }).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { goTo: `${href(formLocale(form), `/staff/settings/${part}`)}?${new URLSearchParams(kept)}` };
}

/** What is wrong with a part of the whole stands beside the field that it came from. */
function withErrorsAt(state: FormState, fieldOf: (path: string) => string | undefined): FormState {
  return { ...state, errors: Object.fromEntries(Object.entries(state.errors).map(([path, text]) => [fieldOf(path) ?? path, text])) };
}

function categoryOf(fields: Fields) {
  const { nameDe, nameEn, descriptionDe, descriptionEn, slug, parentId, audience, departmentId, icon, position } = fields;
  return {
    nameDe,
    nameEn,
    descriptionDe,
    descriptionEn,
    slug,
    audience,
    icon,
    parentId: parentId ? Number(parentId) : null,
    departmentId: departmentId ? Number(departmentId) : null,
    position: numberOf(position),
  };
}

function textsOf(form: FormData): Fields {
  return Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])));
}

function linesOf(text = ""): string[] {
  return text.split("\n").filter((line) => line.trim() !== "");
}

/** An empty field is no zero. */
function numberOf(text = ""): number {
  return text.trim() === "" ? NaN : Number(text);
}
