import { and, asc, eq } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { members, messages, threads } from "@/db/schema";
import { queueMail } from "@/lib/mails/queue-mail";
import type { Actor } from "@/lib/members/actor";
import { assertCan, requireMember } from "@/lib/members/require-member";
import { Conflict } from "@/lib/platform/errors";
import { formatBytes, formatDate } from "@/lib/platform/i18n/format";
import { type MessageKey, translator } from "@/lib/platform/i18n/translator";
import { filesOf, withoutFiles } from "@/lib/platform/markdown/file-lines";
import { parseInput } from "@/lib/platform/parse-input";
import { idInput } from "@/lib/platform/text-input";
import { findConversation } from "./find-conversation";
import { isAsker } from "./permissions";
import { recordConversationEvent } from "./record-conversation-event";

/** Sends the asker what was said, to their own proved address. The same words are sent once. */
export async function mailTranscript(actor: Actor, conversationId: unknown, outer?: Tx): Promise<{ sent: boolean }> {
  const id = parseInput(idInput, conversationId);
  return inTransaction(async (tx) => {
    const conversation = await findConversation(tx, actor, id, { lock: true });
    const asker = requireMember(actor);
    assertCan(isAsker(asker, conversation));
    const [account] = await tx.select({ email: members.email, verifiedAt: members.emailVerifiedAt }).from(members).where(eq(members.id, asker.id));
    if (!account?.email || !account.verifiedAt) throw new Conflict("no_address", "error.chat.noAddress");
    const [thread] = await tx.select({ title: threads.title }).from(threads).where(eq(threads.id, conversation.threadId));
    const mailId = await queueMail(tx, {
      to: account.email,
      memberId: asker.id,
      locale: asker.locale,
      kind: "transcript",
      values: { title: thread?.title ?? "", name: asker.displayName, path: `/chat/${id}` },
      quoted: await readLines(tx, id, asker.locale),
      dedupeKey: `transcript:${id}:${conversation.lastSeq}`,
    });
    if (mailId !== null) await recordConversationEvent(tx, id, asker, "transcript_mailed");
    return { sent: mailId !== null };
  }, outer);
}

async function readLines(tx: Tx, id: number, locale: "en" | "de"): Promise<string[]> {
  const t = translator(locale);
  const rows = await tx
    .select({ kind: messages.kind, body: messages.body, at: messages.createdAt, author: members.displayName })
    .from(messages)
    .leftJoin(members, eq(members.id, messages.authorId))
    .where(and(eq(messages.conversationId, id), eq(messages.visibility, "all")))
    .orderBy(asc(messages.seq));
  return rows.map(({ kind, body, at, author }) => {
    const files = filesOf(body).map(({ name, bytes }) =>
      bytes === null ? t("mail.transcript.picture", { name }) : `[${kindAside(name)}, ${formatBytes(locale, bytes)}]`,
    );
    const text = kind === "system" ? t(`chat.system.${body}` as MessageKey, { name: "" }) : [withoutFiles(body), ...files].filter(Boolean).join(" ");
    return `${formatDate(locale, at, "shortTime")} ${author ?? ""}${author ? ": " : ""}${text}`;
  });
}

/** "bill.pdf" as "bill, PDF": with its dot it could be taken for an address, which letters don't hold. */
function kindAside(name: string): string {
  return name.replace(/\.(\w{1,5})$/, (_, kind: string) => `, ${kind.toUpperCase()}`);
}
