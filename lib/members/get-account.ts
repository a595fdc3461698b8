import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { members } from "@/db/schema";
import type { Locale } from "@/lib/platform/i18n/locale";
import type { Actor, Role } from "./actor";
import { ownAccount } from "./own-account";

export type AccountView = {
  id: number;
  name: string;
  displayName: string;
  email: string | null;
  isEmailVerified: boolean;
  hasPassword: boolean;
  role: Role;
  locale: Locale;
  bio: string;
  avatarFileId: string | null;
  mailNotifications: boolean;
  suspendedUntil: Date | null;
  createdAt: Date;
};

/** One's own account, as the settings show it. */
export async function getAccount(actor: Actor): Promise<AccountView | null> {
  const { id } = ownAccount(actor);
  const [row] = await db
    .select({
      id: members.id,
      name: members.name,
      displayName: members.displayName,
      email: members.email,
      verifiedAt: members.emailVerifiedAt,
      passwordHash: members.passwordHash,
      role: members.role,
      locale: members.locale,
      bio: members.bio,
      avatarFileId: members.avatarFileId,
      mailNotifications: members.mailNotifications,
      suspendedUntil: members.suspendedUntil,
      createdAt: members.createdAt,
    })
    .from(members)
    .where(eq(members.id, id));
  if (!row) return null;
  const { verifiedAt, passwordHash, ...account } = row;
  return { ...account, isEmailVerified: verifiedAt !== null, hasPassword: passwordHash !== null };
}
