import type { Actor } from "@/lib/members/actor";
import { assertCan } from "@/lib/members/require-member";
import { canShapeCompany } from "./permissions";
import { readMacros, type StoredMacro } from "./read-macros";

/** All saved replies, for those who write them. */
export async function listStoredMacros(actor: Actor): Promise<StoredMacro[]> {
  assertCan(canShapeCompany(actor));
  return readMacros();
}
