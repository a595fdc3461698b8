import { eq, inArray } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { categories, departments, tags } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { assertCan, requireMember } from "@/lib/members/require-member";
import { recordAudit } from "@/lib/platform/audit";
import { InvalidInput, type Sentence } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/parse-input";
import { routeAgain } from "@/lib/queue/end-offer";
import { findDepartment } from "./find-department";
import { editDepartmentInput } from "./input";
import { loadDepartments } from "./load-departments";
import { canEditDepartment } from "./permissions";
import type { Policy } from "./service";

/** Changes names, opening hours and promises. Ladders that run keep the due times they were given, and so do promises. */
export async function editDepartment(actor: Actor, input: unknown, outer?: Tx): Promise<{ id: number }> {
  const { id, ...changes } = parseInput(editDepartmentInput, input);
  const manager = requireMember(actor);
  assertCan(canEditDepartment(manager));
  return inTransaction(async (tx) => {
    await findDepartment(id, tx);
    if (changes.service?.helpedBy) await assertOther(tx, id, changes.service.helpedBy);
    if (changes.service) await assertKnown(tx, changes.service.policies);
    if (Object.keys(changes).length === 0) return { id };
    await tx.update(departments).set(changes).where(eq(departments.id, id));
    await recordAudit(tx, manager, "department.edited", { kind: "department", id }, { changed: Object.keys(changes) });
    await routeAgain(tx, id);
    return { id };
  }, outer);
}

async function assertOther(tx: Tx, id: number, helpedBy: number): Promise<void> {
  const others = (await loadDepartments(tx)).filter((department) => department.id !== id);
  if (!others.some((department) => department.id === helpedBy)) throw new InvalidInput({ "service.helpedBy": { key: "error.invalidValue" } });
}

async function assertKnown(tx: Tx, policies: Policy[]): Promise<void> {
  const named = { categories: policies.flatMap(({ category }) => category ?? []), tags: policies.flatMap(({ tag }) => tag ?? []) };
  const categoryRows = await tx.select({ id: categories.id }).from(categories).where(inArray(categories.id, named.categories));
  const tagRows = await tx.select({ slug: tags.slug }).from(tags).where(inArray(tags.slug, named.tags));
  const wrong: Record<string, Sentence> = {};
  for (const [index, { category, tag }] of policies.entries()) {
    if (category !== undefined && !categoryRows.some(({ id }) => id === category)) wrong[`service.policies.${index}.category`] = { key: "error.category.unknown" };
    if (tag !== undefined && !tagRows.some(({ slug }) => slug === tag)) wrong[`service.policies.${index}.tag`] = { key: "error.policy.tag", values: { tag } };
  }
  if (Object.keys(wrong).length > 0) throw new InvalidInput(wrong);
}
