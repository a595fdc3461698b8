import { and, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { members } from "@/db/schema";
import type { Locale } from "@/lib/platform/i18n/locale";
import type { Actor, Role } from "./actor";

export type ProfileView = {
  id: number;
  name: string;
  displayName: string;
  role: Role;
  bio: string;
  avatarFileId: string | null;
  answerCount: number;
  acceptedCount: number;
  /** Of the company's people, by answers that came before a chat. */
  savedMinutes: number;
  /** Categories in which this member is an expert. */
  expertIn: { id: number; slug: string; name: Record<Locale, string> }[];
  /** Came with an import; nobody can sign in here. */
  isImported: boolean;
  createdAt: Date;
};

/** What everybody may know about a member; the same for all who ask. Null: there is none of that name. */
export async function getProfile(_actor: Actor, name: string): Promise<ProfileView | null> {
  const [row] = await db
    .select({
      id: members.id,
      name: members.name,
      displayName: members.displayName,
      role: members.role,
      bio: members.bio,
      avatarFileId: members.avatarFileId,
      answerCount: members.answerCount,
      acceptedCount: members.acceptedCount,
      importedFrom: members.importedFrom,
      savedMinutes: sql<number>`(
        select coalesce(round(sum("conversations".saved_seconds) / 60.0), 0)::int
        from "answers" join "conversations" on "conversations".linked_answer_id = "answers".id
        where "answers".author_id = "members"."id"
          and ("answers".accepted_at is not null or "answers".thread_id <> "conversations".thread_id))`,
      createdAt: members.createdAt,
      // Topics that not everybody may see are not told, not even to those who may.
      expertIn: sql<ProfileView["expertIn"]>`coalesce((
        select json_agg(json_build_object('id', "categories".id, 'slug', "categories".slug,
          'name', json_build_object('en', "categories".name_en, 'de', "categories".name_de)) order by "categories".position)
        from "categories" join expert_topics on expert_topics.category_id = "categories".id
        where expert_topics.member_id = "members"."id" and "categories".audience = 'public'), '[]')`,
    })
    .from(members)
    .where(and(eq(members.name, name), isNull(members.deactivatedAt)));
  if (!row) return null;
  const { importedFrom, ...profile } = row;
  return { ...profile, isImported: importedFrom !== null };
}
