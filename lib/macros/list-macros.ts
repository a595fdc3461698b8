import { asc, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { macros, members } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { assertCan } from "@/lib/members/require-member";
import type { Locale } from "@/lib/platform/i18n/locale";
import type { Macro } from "./find-macro";
import { canWriteMacros, macroCan, type MacroCan, type MacroState } from "./permissions";
import { visibleMacros } from "./visible";

export type MacroRow = Macro & { ownerName: string | null; mine: boolean; can: MacroCan };

/** All saved replies one may see, by name. */
export async function listMacros(actor: Actor): Promise<MacroRow[]> {
  assertCan(canWriteMacros(actor));
  const rows = await db
    .select({ macro: macros, ownerName: members.displayName })
    .from(macros)
    .leftJoin(members, eq(members.id, macros.ownerId))
    .where(visibleMacros(actor))
    .orderBy(asc(sql`lower(${macros.nameEn})`), asc(macros.id));
  return rows.map(({ macro, ownerName }) => ({ ...macro, ownerName, mine: macro.ownerId === actor.id, can: macroCan(actor, macro) }));
}

export type UsableMacro = { id: number; state: MacroState; name: Record<Locale, string>; body: Record<Locale, string> };

/** Those one may send: one's own in whatever state, and what is approved. */
export async function listUsableMacros(actor: Actor): Promise<UsableMacro[]> {
  return (await listMacros(actor))
    .filter(({ mine, state }) => mine || state === "approved")
    .map(({ id, state, nameDe, nameEn, bodyDe, bodyEn }) => ({ id, state, name: { de: nameDe, en: nameEn }, body: { de: bodyDe, en: bodyEn } }));
}
