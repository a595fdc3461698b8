import { inTransaction, type Tx } from "@/db/client";
import type { Actor } from "@/lib/members/actor";
import { assertCan } from "@/lib/members/require-member";
import { recordAudit } from "@/lib/platform/audit";
import { invalidatePages } from "@/lib/platform/pages/page-tags";
import { parseInput } from "@/lib/platform/parse-input";
import { companyInput } from "./input";
import { canShapeCompany } from "./permissions";
import { writeSetting } from "./write-setting";

/** Changes the company's names, how long conversations are kept and the searches offered on the start page. Every page may name them, so all are made anew. */
export async function saveCompany(actor: Actor, input: unknown, outer?: Tx): Promise<void> {
  const { name, legalName, keepMonths, popularSearches } = parseInput(companyInput, input);
  assertCan(canShapeCompany(actor));
  await inTransaction(async (tx) => {
    await writeSetting(tx, "company.name", name);
    await writeSetting(tx, "company.legalName", legalName);
    await writeSetting(tx, "company.popularSearches", popularSearches);
    await writeSetting(tx, "conversations.keepMonths", keepMonths);
    await recordAudit(tx, actor, "settings.company_saved", { kind: "settings", id: "company" }, { name, legalName, keepMonths });
    await invalidatePages(tx, "*");
  }, outer);
}
