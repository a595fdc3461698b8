import { loadDepartments } from "@/lib/departments/load-departments";
import { type Actor, isManager, isStaff } from "@/lib/members/actor";
import { assertCan, requireMember } from "@/lib/members/require-member";
import type { Locale } from "@/lib/platform/i18n/locale";
import { readMacros } from "@/lib/settings/read-macros";

export type Macro = { key: string; name: Record<Locale, string>; body: Record<Locale, string> };

/** Approved replies of the actor's departments, those of all for managers. */
export async function listMacros(actor: Actor): Promise<Macro[]> {
  const agent = requireMember(actor);
  assertCan(isStaff(agent));
  const [macros, departments] = await Promise.all([readMacros(), loadDepartments()]);
  const own = departments.filter(({ id }) => agent.departments.includes(id)).map(({ slug }) => slug);
  return macros
    .filter(({ approved }) => approved)
    .filter((macro) => isManager(agent) || macro.departments.length === 0 || macro.departments.some((slug) => own.includes(slug)))
    .map(({ key, nameDe, nameEn, bodyDe, bodyEn }) => ({ key, name: { de: nameDe, en: nameEn }, body: { de: bodyDe, en: bodyEn } }));
}
