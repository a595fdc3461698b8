import { eq } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { settings } from "@/db/schema";
import { loadDepartments } from "@/lib/departments/load-departments";
import { type Actor, isManager, isStaff } from "@/lib/members/actor";
import { assertCan, requireMember } from "@/lib/members/require-member";
import type { Locale } from "@/lib/platform/i18n/locale";

export type Macro = { key: string; name: Record<Locale, string>; body: Record<Locale, string> };

const stored = z.array(
  z.object({
    key: z.string(),
    departments: z.array(z.string()).default([]),
    nameDe: z.string(),
    nameEn: z.string(),
    bodyDe: z.string(),
    bodyEn: z.string(),
  }),
);

/** Saved replies of the actor's departments, all of them for managers. */
export async function listMacros(actor: Actor): Promise<Macro[]> {
  const agent = requireMember(actor);
  assertCan(isStaff(agent));
  const [[row], departments] = await Promise.all([
    db.select({ value: settings.value }).from(settings).where(eq(settings.key, "macros")),
    loadDepartments(),
  ]);
  const macros = stored.safeParse(row?.value);
  if (!macros.success) return [];
  const own = departments.filter(({ id }) => agent.departments.includes(id)).map(({ slug }) => slug);
  return macros.data
    .filter((macro) => isManager(agent) || macro.departments.length === 0 || macro.departments.some((slug) => own.includes(slug)))
    .map(({ key, nameDe, nameEn, bodyDe, bodyEn }) => ({ key, name: { de: nameDe, en: nameEn }, body: { de: bodyDe, en: bodyEn } }));
}
