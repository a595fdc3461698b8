import { sql } from "drizzle-orm";
import { members } from "@/db/schema";
import type { Role } from "@/lib/members/actor";
import type { AuthorView } from "./thread-view";

/** What a post shows of whom it is from; `path` = the thread's category and those above it. */
export function authorColumns(path: number[]) {
  return {
    id: members.id,
    name: members.name,
    displayName: members.displayName,
    role: members.role,
    avatarFileId: members.avatarFileId,
    expertHere: sql<boolean>`exists (
      select 1 from expert_topics where expert_topics.member_id = ${members.id}
      and expert_topics.category_id in (${sql.join(path.map((id) => sql`${id}`), sql`, `)})
    )`,
  };
}

type AuthorRow = Omit<AuthorView, "staff">;

export function authorView(row: AuthorRow): AuthorView {
  return { ...row, staff: isStaffRole(row.role) };
}

function isStaffRole(role: Role): boolean {
  return role === "agent" || role === "manager" || role === "admin";
}
