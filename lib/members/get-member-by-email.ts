import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { memberColumns, memberFromRow, type MemberRow } from "@/lib/platform/auth/member-row";
import type { Member } from "./actor";

/** For commands and mail-in: acts as the member whose address this is. Null: nobody's, or of one who left. */
export async function getMemberByEmail(email: string): Promise<Member | null> {
  const address = email.trim().toLowerCase();
  const { rows } = await db.execute<MemberRow>(sql`
    select ${memberColumns} from members where members.email = ${address} and members.deactivated_at is null`);
  return rows[0] ? memberFromRow(rows[0]) : null;
}
