import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { memberColumns, memberFromRow, type MemberRow } from "@/lib/platform/auth/member-row";
import type { Member } from "./actor";

/** A member as an actor, for acts that follow from what they did before; null when they have left. */
export async function readMember(tx: Pick<Tx, "execute">, id: number): Promise<Member | null> {
  const { rows } = await tx.execute<MemberRow>(sql`select ${memberColumns} from members where members.id = ${id} and members.deactivated_at is null`);
  const [row] = rows;
  return row ? memberFromRow(row) : null;
}
