import { createHmac, timingSafeEqual } from "node:crypto";
import { and, eq, gt, inArray, lte } from "drizzle-orm";
import { z } from "zod";
import { db, inTransaction, type Tx } from "@/db/client";
import { conversations, threads } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { readMember } from "@/lib/members/read-member";
import { notify } from "@/lib/notifications/notify";
import { now } from "@/lib/platform/clock";
import { Forbidden } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/parse-input";
import { REOPEN_DAYS } from "./permissions";
import { recordConversationEvent } from "./record-conversation-event";
import { reopenConversation } from "./reopen-conversation";

const DAY_MS = 86_400_000;
const AFTER_DAYS = 3;

/** Three days after the end the asker is asked once whether it still works. Runs every hour. */
export async function checkBack(): Promise<void> {
  const ended = (days: number) => new Date(now().getTime() - days * DAY_MS);
  const due = await db
    .select({ id: conversations.id, askerId: conversations.askerId, threadId: threads.id, title: threads.title, closedAt: conversations.closedAt })
    .from(conversations)
    .innerJoin(threads, eq(threads.id, conversations.threadId))
    .where(
      and(
        inArray(conversations.state, ["closed", "answered"]),
        lte(conversations.closedAt, ended(AFTER_DAYS)),
        gt(conversations.closedAt, ended(AFTER_DAYS + 1)),
      ),
    );
  for (const { id, askerId, threadId, title, closedAt } of due) {
    if (!closedAt) continue;
    const path = checkBackPath(id, closedAt.getTime());
    await inTransaction((tx) =>
      notify(tx, { memberId: askerId, kind: "check_back", path, values: { title }, actorId: null, threadId, dedupeKey: `check-back:${id}:${closedAt.getTime()}` }),
    );
  }
}

/** Works without signing in, for the time that a conversation can be reopened; it says nothing of what was said. */
export function checkBackPath(id: number, closedAt: number): string {
  return `/still-solved?conversation=${id}&closed=${closedAt}&proof=${proofOf(id, closedAt)}`;
}

const linkInput = z.object({
  conversation: z.coerce.number().int().positive(),
  closed: z.coerce.number().int().positive(),
  proof: z.string().max(100),
});
const answerInput = linkInput.extend({ solved: z.stringbool() });

/** What the link asks about; null if it is wrong or too old. */
export async function readCheckBack(link: unknown): Promise<{ title: string } | null> {
  const parsed = linkInput.safeParse(link);
  if (!parsed.success || !isGood(parsed.data)) return null;
  const [row] = await db
    .select({ title: threads.title })
    .from(conversations)
    .innerJoin(threads, eq(threads.id, conversations.threadId))
    .where(eq(conversations.id, parsed.data.conversation));
  return row ?? null;
}

/** What the asker says to it: yes is written down, no opens the same conversation again with everything in it. */
export async function answerCheckBack(_actor: Actor, input: unknown, outer?: Tx): Promise<{ solved: boolean }> {
  const { conversation: id, solved, ...link } = parseInput(answerInput, input);
  if (!isGood({ conversation: id, ...link })) throw new Forbidden("error.chat.reopenTooLate");
  return inTransaction(async (tx) => {
    const [row] = await tx.select({ askerId: conversations.askerId }).from(conversations).where(eq(conversations.id, id));
    const asker = row && (await readMember(tx, row.askerId));
    if (!asker) throw new Forbidden("error.chat.reopenTooLate");
    if (!solved) await reopenConversation(asker, id, tx);
    await recordConversationEvent(tx, id, asker, "check_back_answered", { solved });
    return { solved };
  }, outer);
}

function proofOf(id: number, closedAt: number): string {
  return createHmac("sha256", process.env.AUTH_SECRET ?? "").update(`check-back|${id}|${closedAt}`).digest("base64url");
}

function isGood({ conversation, closed, proof }: z.infer<typeof linkInput>): boolean {
  const right = Buffer.from(proofOf(conversation, closed));
  const given = Buffer.from(proof);
  return right.length === given.length && timingSafeEqual(right, given) && now().getTime() <= closed + REOPEN_DAYS * DAY_MS;
}
