import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { importedObjects, members } from "@/db/schema";
import { now } from "@/lib/platform/clock";
import { formerMember } from "@/lib/members/former-member";
import { freeHandle } from "@/lib/members/handle";
import { recordImported } from "../imported-objects";
import type { ImportRun } from "./import-run";

export type Author = { id: number; name: string; /** Null: has no page over there any more. */ externalId: string | null };
type Written = { userId: string | undefined; userName: string | undefined };

const formerId = "former";

/** Who wrote what. People who left share one account here; their posts keep the name they were known by. */
export async function findAuthors(tx: Tx, run: ImportRun, written: Written[]): Promise<(post: Written) => Author> {
  const ids = [...new Set(written.flatMap(({ userId }) => userId ?? []))];
  const known = await readAuthors(tx, run.site.host, ids);
  const someLeft = written.some(({ userId }) => !userId || !known.has(userId));
  const former = someLeft ? await findFormer(tx, run) : null;
  return ({ userId, userName }) => {
    const author = userId ? known.get(userId) : undefined;
    if (author) return author;
    if (!former) throw new Error("no account for those who left");
    return { id: former.id, name: userName || (userId ? `user${userId}` : former.name), externalId: null };
  };
}

async function readAuthors(tx: Tx, source: string, externalIds: string[]): Promise<Map<string, Author>> {
  if (externalIds.length === 0) return new Map();
  const rows = await tx
    .select({ externalId: importedObjects.externalId, id: members.id, name: members.displayName })
    .from(importedObjects)
    .innerJoin(members, eq(members.id, importedObjects.localId))
    .where(and(eq(importedObjects.source, source), eq(importedObjects.kind, "user"), inArray(importedObjects.externalId, externalIds)));
  return new Map(rows.map((row) => [row.externalId, row]));
}

async function findFormer(tx: Tx, run: ImportRun): Promise<{ id: number; name: string }> {
  const [found] = (await readAuthors(tx, run.site.host, [formerId])).values();
  if (found) return found;
  const displayName = formerMember[run.locale];
  const [made] = await tx
    .insert(members)
    .values({
      name: await freeHandle(tx, displayName),
      displayName,
      locale: run.locale,
      mailNotifications: false,
      importedFrom: run.site.host,
      createdAt: now(),
    })
    .returning({ id: members.id });
  if (!made) throw new Error("no row came back");
  await recordImported(tx, run.site.host, "user", "member", [{ externalId: formerId, localId: made.id }]);
  return { id: made.id, name: displayName };
}
