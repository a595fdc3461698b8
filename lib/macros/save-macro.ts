import { eq } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { macros } from "@/db/schema";
import { loadDepartments } from "@/lib/departments/load-departments";
import { type Actor, isManager, type Member } from "@/lib/members/actor";
import { assertCan } from "@/lib/members/require-member";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { InvalidInput } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/parse-input";
import { findMacro } from "./find-macro";
import { macroInput } from "./input";
import { canApproveMacros, canEditMacro, canWriteMacros } from "./permissions";

/** Writes a saved reply of one's own, or changes one. Managers may make it everybody's with the same step. */
export async function saveMacro(actor: Actor, input: unknown, outer?: Tx): Promise<{ id: number }> {
  const { id: known, approved, ...texts } = parseInput(macroInput, input);
  assertCan(canWriteMacros(actor));
  return inTransaction(async (tx) => {
    await assertDepartments(tx, actor, texts.departments);
    const state = approved && canApproveMacros(actor) ? { state: "approved" as const, reason: "" } : {};
    const id = known === undefined ? await insert(tx, { ...texts, state: "own", ownerId: actor.id, ...state }) : await change(tx, actor, known, { ...texts, ...state });
    await recordAudit(tx, actor, "macro.saved", { kind: "macro", id });
    return { id };
  }, outer);
}

async function insert(tx: Tx, values: Omit<typeof macros.$inferInsert, "updatedAt">): Promise<number> {
  const [row] = await tx.insert(macros).values({ ...values, createdAt: now(), updatedAt: now() }).returning({ id: macros.id });
  if (!row) throw new Error("no macro");
  return row.id;
}

async function change(tx: Tx, actor: Actor, id: number, values: Partial<typeof macros.$inferInsert>): Promise<number> {
  const { macro } = await findMacro(tx, actor, id);
  assertCan(canEditMacro(actor, macro));
  // A manager may be reading the text that was proposed.
  const takenBack = macro.state === "proposed" && !canApproveMacros(actor) ? { state: "own" as const } : {};
  await tx.update(macros).set({ ...values, ...takenBack, updatedAt: now() }).where(eq(macros.id, id));
  return id;
}

/** Agents write for the departments they work in, managers for any or all. */
async function assertDepartments(tx: Tx, actor: Member, slugs: string[]): Promise<void> {
  const all = await loadDepartments(tx);
  const allowed = all.filter(({ id }) => isManager(actor) || actor.departments.includes(id)).map(({ slug }) => slug);
  if (!slugs.every((slug) => allowed.includes(slug))) throw new InvalidInput({ departments: { key: "error.invalidValue" } });
}
