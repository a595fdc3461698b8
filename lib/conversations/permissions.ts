import { type Actor, isManager, isStaff, type Member } from "@/lib/members/actor";
import { now } from "@/lib/platform/clock";
import { canWrite } from "@/lib/threads/permissions";
import type { ConversationCan, ConversationState, PublicationState } from "./conversation-view";

/** What the rules ask about a conversation; who may see it at all is decided before. */
export type ConversationFacts = {
  state: ConversationState;
  askerId: number;
  agentId: number | null;
  departmentId: number;
  closedAt: Date | null;
  closedById: number | null;
  publication?: PublicationState | null;
};

export const REOPEN_DAYS = 14;
const DAY_MS = 86_400_000;

/** Somebody is still to be helped. */
export const openStates: readonly ConversationState[] = ["queued", "offered", "active", "callback", "message", "wrap_up"];
const waiting: readonly ConversationState[] = ["queued", "offered", "callback", "message"];
/** Somebody can work on it. */
const inHand: readonly ConversationState[] = ["active", "callback", "message", "wrap_up"];

export function isOpenConversation({ state }: Pick<ConversationFacts, "state">): boolean {
  return openStates.includes(state);
}

export function isAsker(actor: Actor, { askerId }: Pick<ConversationFacts, "askerId">): boolean {
  return actor.kind === "member" && actor.id === askerId;
}

/** On the company's side of it. Staff who ask for themselves are askers. */
function isHelper(actor: Actor, conversation: ConversationFacts): actor is Member {
  return canWrite(actor) && isStaff(actor) && !isAsker(actor, conversation);
}

/** Whoever is only asked beside it, or in whose line it stands, may look and leave notes, and no more. */
function isOfDepartment(actor: Member, { departmentId }: ConversationFacts): boolean {
  return isManager(actor) || actor.departments.includes(departmentId);
}

function isOwner(actor: Actor, { agentId }: ConversationFacts): boolean {
  return actor.kind === "member" && actor.id === agentId;
}

/** To the other side: the asker at any time, of the staff who has it, or anybody while a callback or message is nobody's. */
export function canWriteMessage(actor: Actor, conversation: ConversationFacts): boolean {
  if (!isOpenConversation(conversation) || !canWrite(actor)) return false;
  if (isAsker(actor, conversation)) return true;
  if (!isHelper(actor, conversation)) return false;
  return isOwner(actor, conversation) || (isUnclaimed(conversation) && isOfDepartment(actor, conversation));
}

/** Asynchronous and nobody's: whoever answers first has it. */
export function isUnclaimed({ state, agentId }: ConversationFacts): boolean {
  return agentId === null && (state === "callback" || state === "message");
}

export function canWriteNote(actor: Actor, conversation: ConversationFacts): boolean {
  return isHelper(actor, conversation);
}

export function canTake(actor: Actor, conversation: ConversationFacts): boolean {
  if (!isHelper(actor, conversation) || !isOfDepartment(actor, conversation)) return false;
  return conversation.state === "queued" || isUnclaimed(conversation);
}

export function canTransfer(actor: Actor, conversation: ConversationFacts): boolean {
  if (!isHelper(actor, conversation) || !inHand.includes(conversation.state)) return false;
  return isOwner(actor, conversation) || isManager(actor) || (isUnclaimed(conversation) && isOfDepartment(actor, conversation));
}

export function canClose(actor: Actor, conversation: ConversationFacts): boolean {
  return canTransfer(actor, conversation) || (isHelper(actor, conversation) && isManager(actor) && isOpenConversation(conversation));
}

export function canReopen(actor: Actor, conversation: ConversationFacts): boolean {
  if (isOpenConversation(conversation) || !canWrite(actor)) return false;
  if (isTooLate(conversation)) return false;
  if (isAsker(actor, conversation) || isOwner(actor, conversation)) return true;
  return isHelper(actor, conversation) && isOfDepartment(actor, conversation);
}

export function isTooLate(conversation: Pick<ConversationFacts, "closedAt">): boolean {
  const until = reopenUntil(conversation);
  return until !== null && until <= now();
}

export function reopenUntil({ closedAt }: Pick<ConversationFacts, "closedAt">): Date | null {
  return closedAt && new Date(closedAt.getTime() + REOPEN_DAYS * DAY_MS);
}

export function canLeave(actor: Actor, conversation: ConversationFacts): boolean {
  return isAsker(actor, conversation) && waiting.includes(conversation.state);
}

export function canChangeChoice(actor: Actor, conversation: ConversationFacts): boolean {
  return canWrite(actor) && canLeave(actor, conversation);
}

export function canRate(actor: Actor, conversation: ConversationFacts): boolean {
  return isAsker(actor, conversation) && conversation.state === "closed";
}

/** While it runs or once it is closed; whoever has or closed it, and managers. */
export function canPublish(actor: Actor, conversation: ConversationFacts): boolean {
  if (!isHelper(actor, conversation) || conversation.publication === "published") return false;
  if (!inHand.includes(conversation.state) && conversation.state !== "closed") return false;
  return isOwner(actor, conversation) || isManager(actor) || actor.id === conversation.closedById;
}

export function canConsent(actor: Actor, conversation: ConversationFacts): boolean {
  return isAsker(actor, conversation) && conversation.publication === "awaiting_consent";
}

/** Keep it from being deleted. */
export function canHold(actor: Actor, conversation: Pick<ConversationFacts, "askerId">): actor is Member {
  return canWrite(actor) && isManager(actor) && !isAsker(actor, conversation);
}

export function conversationCan(actor: Actor, conversation: ConversationFacts): Omit<ConversationCan, "call"> {
  return {
    write: canWriteMessage(actor, conversation),
    note: canWriteNote(actor, conversation),
    take: canTake(actor, conversation),
    transfer: canTransfer(actor, conversation),
    close: canClose(actor, conversation),
    reopen: canReopen(actor, conversation),
    leave: canLeave(actor, conversation),
    changeChoice: canChangeChoice(actor, conversation),
    rate: canRate(actor, conversation),
    publish: canPublish(actor, conversation),
    consent: canConsent(actor, conversation),
    hold: canHold(actor, conversation),
  };
}
