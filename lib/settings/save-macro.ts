import { inTransaction, type Tx } from "@/db/client";
import { loadDepartments } from "@/lib/departments/load-departments";
import type { Actor } from "@/lib/members/actor";
import { assertCan } from "@/lib/members/require-member";
import { recordAudit } from "@/lib/platform/audit";
import { InvalidInput, NotFound } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/parse-input";
import { slugOf } from "@/lib/platform/slug";
import { macroInput } from "./input";
import { canShapeCompany } from "./permissions";
import { lockMacros, readMacros } from "./read-macros";
import { writeSetting } from "./write-setting";

/** Writes a saved reply, or changes one. */
export async function saveMacro(actor: Actor, input: unknown, outer?: Tx): Promise<{ key: string }> {
  const { key: known, ...macro } = parseInput(macroInput, input);
  assertCan(canShapeCompany(actor));
  return inTransaction(async (tx) => {
    await lockMacros(tx);
    const slugs = (await loadDepartments(tx)).map(({ slug }) => slug);
    if (!macro.departments.every((slug) => slugs.includes(slug))) throw new InvalidInput({ departments: { key: "error.invalidValue" } });
    const macros = await readMacros(tx);
    const earlier = macros.find(({ key }) => key === known);
    if (known !== undefined && !earlier) throw new NotFound();
    const key = known ?? freeKey(slugOf(macro.nameEn), macros.map((each) => each.key));
    const saved = { ...earlier, ...macro, key };
    await writeSetting(tx, "macros", earlier ? macros.map((each) => (each === earlier ? saved : each)) : [...macros, saved]);
    await recordAudit(tx, actor, "settings.macro_saved", { kind: "macro", id: key });
    return { key };
  }, outer);
}

function freeKey(wish: string, taken: string[]): string {
  for (let count = 1; ; count++) {
    const key = count === 1 ? wish : `${wish}-${count}`;
    if (!taken.includes(key)) return key;
  }
}
