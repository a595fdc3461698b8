import { and, asc, eq, isNull } from "drizzle-orm";
import { db, inTransaction } from "@/db/client";
import { members } from "@/db/schema";
import { isStaff } from "@/lib/members/actor";
import { getMemberByEmail } from "@/lib/members/get-member-by-email";
import { freeHandle } from "@/lib/members/handle";
import { now } from "@/lib/platform/clock";
import { Mistake } from "@/lib/platform/mistake";
import { findImported, recordImported } from "../imported-objects";

/** Who looks after imported articles: as told, else the first admin, else an account that only bears the source's name. */
export async function findOwner(source: string, name: string, email: string | undefined): Promise<number> {
  if (email) {
    const member = await getMemberByEmail(email);
    if (!member || !isStaff(member)) throw new Mistake(`${email} is not the address of an agent, manager or admin here.`);
    return member.id;
  }
  const admin = and(eq(members.role, "admin"), isNull(members.deactivatedAt));
  const [first] = await db.select({ id: members.id }).from(members).where(admin).orderBy(asc(members.id)).limit(1);
  return first?.id ?? (await standIn(source, name));
}

async function standIn(source: string, name: string): Promise<number> {
  const known = (await findImported(source, "user", ["former"])).get("former");
  if (known) return known.id;
  return inTransaction(async (tx) => {
    const values = { name: await freeHandle(tx, name), displayName: name, mailNotifications: false, importedFrom: source, createdAt: now() };
    const [made] = await tx.insert(members).values(values).returning({ id: members.id });
    if (!made) throw new Error("no row came back");
    await recordImported(tx, source, "user", "member", [{ externalId: "former", localId: made.id }]);
    return made.id;
  });
}
