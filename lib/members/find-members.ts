import { and, desc, ilike, isNull, or, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { members } from "@/db/schema";
import type { Actor, Role } from "./actor";
import { canFindMembers } from "./permissions";
import { assertCan } from "./require-member";

export type FoundMember = { id: number; name: string; displayName: string; role: Role };

/** Members whose handle, or one of whose names, begins with what was typed after "@". */
export async function findMembers(actor: Actor, prefix: string, limit = 8): Promise<FoundMember[]> {
  assertCan(canFindMembers(actor));
  const typed = prefix.trim().slice(0, 60).replace(/[\\%_]/g, "\\$&");
  if (!typed) return [];
  return db
    .select({ id: members.id, name: members.name, displayName: members.displayName, role: members.role })
    .from(members)
    .where(
      and(
        isNull(members.deactivatedAt),
        or(ilike(members.name, `${typed}%`), ilike(members.displayName, `${typed}%`), ilike(members.displayName, `% ${typed}%`)),
      ),
    )
    .orderBy(desc(sql`${members.name} ilike ${`${typed}%`}`), desc(members.acceptedCount), members.name)
    .limit(Math.min(limit, 20));
}
