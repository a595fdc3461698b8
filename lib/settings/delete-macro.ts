import { inTransaction, type Tx } from "@/db/client";
import type { Actor } from "@/lib/members/actor";
import { assertCan } from "@/lib/members/require-member";
import { recordAudit } from "@/lib/platform/audit";
import { NotFound } from "@/lib/platform/errors";
import { canShapeCompany } from "./permissions";
import { lockMacros, readMacros } from "./read-macros";
import { writeSetting } from "./write-setting";

export async function deleteMacro(actor: Actor, key: string, outer?: Tx): Promise<void> {
  assertCan(canShapeCompany(actor));
  await inTransaction(async (tx) => {
    await lockMacros(tx);
    const macros = await readMacros(tx);
    if (!macros.some((each) => each.key === key)) throw new NotFound();
    await writeSetting(tx, "macros", macros.filter((each) => each.key !== key));
    await recordAudit(tx, actor, "settings.macro_deleted", { kind: "macro", id: key });
  }, outer);
}
