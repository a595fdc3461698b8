import { sql } from "drizzle-orm";
import type { Member } from "@/lib/members/actor";

/** Columns of `members` as raw rows hold them: bigints are text, lists are JSON. */
export type MemberRow = Record<string, unknown> & {
  id: string;
  name: string;
  displayName: string;
  role: Member["role"];
  locale: Member["locale"];
  trust: Member["trust"];
  suspendedUntil: string | null;
  expertIn: number[];
  departments: number[];
};

/** Everything an actor knows, so that reading it is one query whatever it is joined to. */
export const memberColumns = sql`
  members.id::text as id, members.name, members.display_name as "displayName", members.role, members.locale,
  members.trust, members.suspended_until as "suspendedUntil",
  coalesce((select json_agg(category_id) from expert_topics where member_id = members.id), '[]') as "expertIn",
  coalesce((select json_agg(department_id) from department_members where member_id = members.id), '[]') as "departments"`;

export function memberFromRow(row: MemberRow): Member {
  return {
    kind: "member",
    id: Number(row.id),
    name: row.name,
    displayName: row.displayName,
    role: row.role,
    locale: row.locale,
    trust: row.trust,
    expertIn: row.expertIn,
    departments: row.departments,
    suspendedUntil: row.suspendedUntil === null ? null : new Date(row.suspendedUntil),
  };
}
