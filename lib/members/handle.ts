import { eq, like, or } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { members } from "@/db/schema";

/** Handles that could be taken for the company's own voice or for a page. */
const reserved = new Set([
  ...["admin", "administrator", "me", "moderator", "nobody", "root", "staff", "support", "system", "team"],
  ...["kundig", "nordhang", "community", "deleted", "everyone", "all", "here"],
]);

export function isReservedHandle(handle: string): boolean {
  return reserved.has(handle);
}

/** "Jörg Weiß" is joerg-weiss. */
export function handleOf(displayName: string): string {
  const handle = displayName
    .toLowerCase()
    .replace(/[äöüßæøåıłđ]/g, (sign) => spelled[sign] ?? sign)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 30)
    .replace(/-+$/, "");
  return handle.length < 2 ? "member" : handle;
}

const spelled: Record<string, string> = {
  ...{ ä: "ae", ö: "oe", ü: "ue", ß: "ss", æ: "ae", ø: "o", å: "a", ı: "i", ł: "l", đ: "d" },
};

/** A handle nobody has yet; the unique index decides when two are made at the same moment. */
export async function freeHandle(tx: Tx, displayName: string): Promise<string> {
  const wanted = handleOf(displayName);
  const rows = await tx
    .select({ name: members.name })
    .from(members)
    .where(or(eq(members.name, wanted), like(members.name, `${wanted}-%`)));
  const taken = new Set(rows.map(({ name }) => name));
  if (!taken.has(wanted) && !reserved.has(wanted) && wanted !== "member") return wanted;
  for (let number = 2; ; number++) {
    const handle = `${wanted}-${number}`;
    if (!taken.has(handle)) return handle;
  }
}
