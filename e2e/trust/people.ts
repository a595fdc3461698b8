import { inTransaction } from "@/db/client";
import type { Member } from "@/lib/members/actor";
import { createSession } from "@/lib/platform/auth/create-session";
import { sessionCookies } from "@/lib/platform/auth/session-cookies";

/** Signs a member in and returns what their browser would send as Cookie. */
export async function openSession(member: Pick<Member, "id" | "role">): Promise<string> {
  const token = await inTransaction((tx) => createSession(tx, member.id));
  return sessionCookies(token, member)
    .filter(({ value }) => value !== "")
    .map(({ name, value }) => `${name}=${value}`)
    .join("; ");
}
