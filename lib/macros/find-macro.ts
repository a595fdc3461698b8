import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { macros } from "@/db/schema";
import type { Actor, Member } from "@/lib/members/actor";
import { assertCan } from "@/lib/members/require-member";
import { NotFound } from "@/lib/platform/errors";
import { canWriteMacros } from "./permissions";
import { visibleMacros } from "./visible";

export type Macro = typeof macros.$inferSelect;

/** The row, locked; one that the actor may not see is not found. */
export async function findMacro(tx: Tx, actor: Actor, id: number): Promise<{ macro: Macro; member: Member }> {
  assertCan(canWriteMacros(actor));
  const [macro] = await tx
    .select()
    .from(macros)
    .where(and(eq(macros.id, id), visibleMacros(actor)))
    .for("no key update");
  if (!macro) throw new NotFound();
  return { macro, member: actor };
}
