import type { Tx } from "@/db/client";
import { members } from "@/db/schema";
import { now } from "@/lib/platform/clock";
import { freeHandle } from "./handle";

type NewMember = Pick<typeof members.$inferInsert, "email" | "emailVerifiedAt" | "passwordHash" | "role" | "locale"> & {
  displayName: string;
};

/**
 * Puts a new member in, with a handle of their own. Null: the address is somebody's already, perhaps
 * since a moment ago. The handle is tried again when somebody else took it in that moment.
 */
export async function insertMember(tx: Tx, member: NewMember): Promise<number | null> {
  for (let attempt = 0; attempt < 5; attempt++) {
    const name = await freeHandle(tx, member.displayName);
    const createdAt = now();
    const [row] = await tx
      .insert(members)
      .values({ ...member, name, createdAt, lastSeenAt: createdAt })
      .onConflictDoNothing()
      .returning({ id: members.id });
    if (row) return row.id;
    if (member.email && (await hasEmail(tx, member.email))) return null;
  }
  throw new Error(`No free handle for ${member.displayName}`);
}

async function hasEmail(tx: Tx, email: string): Promise<boolean> {
  const found = await tx.query.members.findFirst({ columns: { id: true }, where: (row, { eq }) => eq(row.email, email) });
  return found !== undefined;
}
