import type { ConversationFacts } from "@/lib/conversations/permissions";
import { canChangeChoice, canTransfer } from "@/lib/conversations/permissions";
import type { Actor } from "@/lib/members/actor";

/** Dial, and say how it went: who has it, whoever is of the department while nobody has, and managers. */
export function canCall(actor: Actor, conversation: ConversationFacts): boolean {
  return conversation.state === "callback" && canTransfer(actor, conversation);
}

/** The asker while they wait; those who call, once a call is wanted. */
export function canBookCall(actor: Actor, conversation: ConversationFacts): boolean {
  return canChangeChoice(actor, conversation) || canCall(actor, conversation);
}
