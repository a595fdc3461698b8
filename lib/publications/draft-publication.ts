import { and, asc, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { members, messages, threads } from "@/db/schema";
import { findConversation, type FoundConversation } from "@/lib/conversations/find-conversation";
import { canPublish } from "@/lib/conversations/permissions";
import { withoutFiles } from "@/lib/platform/markdown/file-lines";
import type { Actor } from "@/lib/members/actor";
import { assertCan, requireMember } from "@/lib/members/require-member";
import { InvalidInput } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/parse-input";
import { idInput } from "@/lib/platform/text-input";
import { type Finding, redact } from "./redact";

export type PublicationDraft = {
  /** What would be published; already without what tells who somebody is. */
  body: string;
  /** The same before, for the comparison; its findings name places in it. */
  original: string;
  findings: Finding[];
};

const draftInput = z.object({
  seqs: z.array(z.coerce.number().int().positive()).min(1, "error.chat.pickMessages").max(100),
});

/** Makes an answer of picked messages: the agent's words as they are, the asker's as quotations, redacted. */
export async function draftPublication(actor: Actor, conversationId: unknown, input: unknown): Promise<PublicationDraft> {
  const id = parseInput(idInput, conversationId);
  const { seqs } = parseInput(draftInput, input);
  const conversation = await findConversation(db, actor, id);
  assertCan(canPublish(requireMember(actor), conversation));
  const picked = await db
    .select({ seq: messages.seq, authorId: messages.authorId, body: messages.body })
    .from(messages)
    .where(
      and(
        eq(messages.conversationId, id),
        inArray(messages.seq, seqs),
        eq(messages.kind, "text"),
        // A note is for colleagues, whatever was picked.
        eq(messages.visibility, "all"),
      ),
    )
    .orderBy(asc(messages.seq));
  if (picked.length !== new Set(seqs).size) throw new InvalidInput({ seqs: { key: "error.chat.pickMessages" } });
  const original = picked
    .map(({ authorId, body }) => ({ authorId, words: withoutFiles(body) }))
    .filter(({ words }) => words !== "")
    .map(({ authorId, words }) => (authorId === conversation.askerId ? quote(words) : words))
    .join("\n\n");
  const { locale, names } = await readContext(conversation);
  const { redacted, findings } = redact(original, { names, locale });
  return { body: redacted, original, findings };
}

function quote(body: string): string {
  return body
    .split("\n")
    .map((line) => `> ${line}`.trimEnd())
    .join("\n");
}

/** Names of everybody in the conversation and the language of its thread. */
async function readContext({ id, threadId, askerId, agentId }: FoundConversation) {
  const [thread] = await db.select({ locale: threads.locale }).from(threads).where(eq(threads.id, threadId));
  const authors = await db.selectDistinct({ id: messages.authorId }).from(messages).where(eq(messages.conversationId, id));
  const ids = [askerId, agentId, ...authors.map((author) => author.id)].filter((one) => one !== null);
  const people = await db
    .select({ name: members.name, displayName: members.displayName })
    .from(members)
    .where(inArray(members.id, ids));
  return { locale: thread?.locale ?? "en", names: people.flatMap(({ name, displayName }) => [displayName, name]) };
}
