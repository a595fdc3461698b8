import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { Role } from "@/lib/members/actor";
import type { Person } from "@/lib/members/person";

type Members = Record<"id" | "name" | "displayName" | "avatarFileId" | "role", AnyPgColumn>;
type PersonRow = { id: number; name: string; displayName: string; avatarFileId: string | null; role: Role };

/** Of `members` or an alias of it. */
export function personColumns<T extends Members>({ id, name, displayName, avatarFileId, role }: T): Pick<T, keyof Members> {
  return { id, name, displayName, avatarFileId, role };
}

export function personView({ role, ...person }: PersonRow): Person {
  return { ...person, staff: role !== "member" && role !== "expert" };
}
