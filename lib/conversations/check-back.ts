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

const answerInput = z.object({
  conversation: z.coerce.number().int().positive(),
  closed: z.coerce.number().int().positive(),
  proof: z.string().max(100),
  solved: z.stringbool(),
});

/** What the asker says to it: yes is written down, no opens the same conversation again with everything in it. */
export async function answerCheckBack(_actor: Actor, input: unknown, outer?: Tx): Promise<{ solved: boolean }> {
  const { conversation: id, closed, proof, solved } = parseInput(answerInput, input);
  if (!isProof(id, closed, proof) || now().getTime() > closed + REOPEN_DAYS * DAY_MS) throw new Forbidden("error.chat.reopenTooLate");
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

function isProof(id: number, closedAt: number, proof: string): boolean {
  const right = Buffer.from(proofOf(id, closedAt));
  const given = Buffer.from(proof);
  return right.length === given.length && timingSafeEqual(right, given);
}
