import { type SQL, sql } from "drizzle-orm";

/** Condition on search_queries: the searches of this member, or of the visitor with this voice. */
export function whose(member: number | null, voice: string | null): SQL {
  if (member !== null) return sql`member_id = ${member}`;
  return voice === null ? sql`false` : sql`voice = ${voice}`;
}
