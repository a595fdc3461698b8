import { and, eq, inArray, isNotNull, ne, type SQL, sql } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import {
  accounts, answers, appeals, articleFeedback, articleReads, auditLog, comments, conversations, dataExports, expertTopics, flags, followUps,
  mails, memberEvents, members, notifications, revisions, savedSearches, searchQueries, suggestionOptOuts, suggestionOutcomes, threads,
} from "@/db/schema";
import { forgetWords } from "@/lib/conversations/forget-words";
import { dropFile } from "@/lib/files/drop-file";
import { isNotHeld } from "@/lib/holds/is-held";
import { recordAudit } from "@/lib/platform/audit";
import { enqueue } from "@/lib/platform/jobs";
import { invalidatePages } from "@/lib/platform/pages/page-tags";
import { system } from "./actor";
import { formerMember } from "./former-member";
import { FORMER } from "./permissions";

const formerName: SQL<string> = sql`${FORMER}::text || ${members.id}`;

/** After an account was deleted, and hourly for those that were held until then: nothing is left that says who it was. */
export async function eraseAccounts(): Promise<void> {
  for (let erased = true; erased; ) erased = await inTransaction(eraseNext);
}

async function eraseNext(tx: Tx): Promise<boolean> {
  const [member] = await tx
    .select({ id: members.id, locale: members.locale, avatar: members.avatarFileId })
    .from(members)
    .where(and(isNotNull(members.deletedAt), ne(members.name, formerName), isNobodyHolding))
    .limit(1)
    .for("update", { skipLocked: true });
  if (!member) return false;
  const { id, locale } = member;
  await eraseConversations(tx, id);
  await erasePosts(tx, id);
  const [made] = await tx.delete(dataExports).where(eq(dataExports.memberId, id)).returning();
  for (const file of [member.avatar, made?.fileId]) if (file) await dropFile(tx, file);
  const own = [accounts, articleReads, expertTopics, mails, memberEvents, notifications, savedSearches, searchQueries, suggestionOptOuts];
  for (const table of own) await tx.delete(table).where(eq(table.memberId, id));
  for (const table of [articleFeedback, followUps]) await tx.update(table).set({ memberId: null }).where(eq(table.memberId, id));
  await tx.update(suggestionOutcomes).set({ memberId: null, title: "" }).where(eq(suggestionOutcomes.memberId, id));
  // That they did something stays, the words they gave with it do not.
  await tx.update(auditLog).set({ data: {} }).where(eq(auditLog.actorId, id));
  const displayName = formerMember[locale];
  await tx
    .update(notifications)
    .set({ values: sql`${notifications.values} || ${JSON.stringify({ actor: displayName })}::jsonb` })
    .where(eq(notifications.actorId, id));
  await tx
    .update(members)
    .set({ name: formerName, displayName, email: null, emailVerifiedAt: null, passwordHash: null, bio: "", avatarFileId: null, importedFrom: null, lastSeenAt: null })
    .where(eq(members.id, id));
  await recordAudit(tx, system("erase"), "member.erased", { kind: "member", id });
  await invalidatePages(tx, `member:${id}`);
  await enqueue(tx, "member.renamed", { memberId: id });
  return true;
}

/** All that the company must keep of somebody keeps the account with it. */
const isNobodyHolding = sql`not exists (select 1 from holds where holds.member_id = ${members.id})
  and not exists (select 1 from conversations where conversations.asker_id = ${members.id} and not ${isNotHeld})`;

/** What is not for everybody goes, with what posts said before they were edited; what everybody reads stays, nobody's. */
async function erasePosts(tx: Tx, authorId: number): Promise<void> {
  for (const [kind, table] of [["thread", threads], ["answer", answers], ["comment", comments]] as const) {
    const own = tx.select({ id: table.id }).from(table).where(eq(table.authorId, authorId));
    await tx.delete(revisions).where(and(eq(revisions.targetKind, kind), inArray(revisions.targetId, own)));
    const gone = { body: "", bodyHtml: "", ...(kind === "thread" && { title: "…", slug: "", facts: [], tried: [] }) };
    await tx.update(table).set(gone).where(and(eq(table.authorId, authorId), ne(table.status, "published")));
  }
  await tx.update(flags).set({ note: "" }).where(eq(flags.memberId, authorId));
  await tx.update(appeals).set({ text: "" }).where(eq(appeals.memberId, authorId));
}

/** That they were and how long they took stays, for the figures. */
async function eraseConversations(tx: Tx, askerId: number): Promise<void> {
  const rows = await tx
    .update(conversations)
    .set({ packet: sql`${conversations.packet} - 'asker'` })
    .where(eq(conversations.askerId, askerId))
    .returning({ id: conversations.id });
  await forgetWords(tx, rows.map(({ id }) => id));
}
