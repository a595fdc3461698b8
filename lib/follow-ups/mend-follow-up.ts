import { inTransaction } from "@/db/client";
import type { Actor } from "@/lib/members/actor";
import { assertCan } from "@/lib/members/require-member";
import { parseInput } from "@/lib/platform/parse-input";
import { idInput } from "@/lib/platform/text-input";
import { findStuck } from "@/lib/queue/find-stuck";
import { putRight } from "@/lib/queue/put-right";
import { endFollowUps } from "./end-follow-ups";
import { findOpenFollowUp } from "./find-follow-up";
import { canPutRight } from "./permissions";

/** Puts right the conversation that is stuck, as the doctor does. */
export async function mendFollowUp(actor: Actor, followUpId: unknown): Promise<void> {
  const id = parseInput(idInput, followUpId);
  assertCan(canPutRight(actor));
  const { conversationId } = await inTransaction((tx) => findOpenFollowUp(tx, actor, id));
  if (conversationId !== null) await putRight(actor, conversationId);
  await endFollowUps(await findStuck());
}
