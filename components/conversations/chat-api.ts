import { apiFetch } from "@/components/ui/api";
import type {
  Choice,
  ConversationView,
  Disposition,
  InboxView,
  MessageList,
  Ratings,
} from "@/lib/conversations/conversation-view";
import type { CustomerView } from "@/lib/conversations/customer-view";
import type { AgentView, DeclaredPresence, PresenceSign, PresenceView } from "@/lib/presence/presence-view";
import type { PublicationDraft } from "@/lib/publications/draft-publication";
import type { Availability, OfferView, QueueView } from "@/lib/queue/queue-view";
import type { Hit } from "@/lib/search/hit";
import type { AnswerView } from "@/lib/threads/thread-view";
import type { Jsoned } from "./jsoned";

export type Conversation = Jsoned<ConversationView>;
export type Customer = Jsoned<CustomerView>;
export type Inbox = Jsoned<InboxView>;
export type Queue = Jsoned<QueueView>;
export type Offer = Jsoned<OfferView>;
export type PresenceNow = Jsoned<PresenceView>;
export type Agent = Jsoned<AgentView>;
export type Answer = Jsoned<AnswerView>;
type List<Item> = { items: Item[]; nextCursor?: string };

const at = (id: number) => `/conversations/${id}`;

export const getConversation = (id: number) => apiFetch<Conversation>(at(id));
export const getCustomer = (id: number) => apiFetch<Customer>(`${at(id)}/customer`);
export const listMessages = (id: number, after: number) =>
  apiFetch<Jsoned<MessageList>>(`${at(id)}/messages?after=${after}&limit=200`);
export const markRead = (id: number, seq: number) =>
  apiFetch(`${at(id)}/read`, { method: "PUT", body: { seq } });
export const reportRepeat = (id: number, seq: number) =>
  apiFetch(`${at(id)}/messages/${seq}/repeat`, { method: "PUT" });
export const sayWatching = (id: number) => apiFetch(`${at(id)}/watching`, { method: "POST" });
export const sayTyping = (id: number) => apiFetch(`${at(id)}/typing`, { method: "POST" });
export const takeConversation = (id: number) => apiFetch(`${at(id)}/take`, { method: "POST" });
export const leaveQueue = (id: number, why: { answerId?: number; known?: Pick<Hit, "kind" | "id"> } = {}) =>
  apiFetch(`${at(id)}/leave`, { method: "POST", body: why });
export const changeChoice = (id: number, choice: Choice) =>
  apiFetch(`${at(id)}/choice`, { method: "PUT", body: { choice } });
export const reopenConversation = (id: number) => apiFetch(`${at(id)}/reopen`, { method: "POST" });
export const holdConversation = (id: number, body: { reason: string; ofCustomer: boolean }) =>
  apiFetch(`${at(id)}/hold`, { method: "POST", body });
export const liftHold = (id: number) => apiFetch(`/holds/${id}`, { method: "DELETE" });
export const rateConversation = (id: number, ratings: Ratings) =>
  apiFetch(`${at(id)}/rating`, { method: "POST", body: ratings });
export const transferConversation = (
  id: number,
  body: { note: string; departmentId?: number; agentId?: number; skill?: string },
) => apiFetch(`${at(id)}/transfer`, { method: "POST", body });
export const withdrawTransfer = (id: number) => apiFetch(`${at(id)}/transfer`, { method: "DELETE" });

export type CloseRequest = {
  disposition: Disposition;
  reason?: string;
  linkedAnswerId?: number;
  linkedArticleId?: number;
  publication?: { seqs: number[]; body: string };
};
export const closeConversation = (id: number, body: CloseRequest) =>
  apiFetch(`${at(id)}/close`, { method: "POST", body });

export const draftPublication = (id: number, seqs: number[]) =>
  apiFetch<PublicationDraft>(`${at(id)}/publication?seqs=${seqs.join(",")}`);
export const reviewPublication = (id: number, body: { seqs: number[]; body: string }) =>
  apiFetch<{ id: number }>(`${at(id)}/publication`, { method: "POST", body });
export const decidePublication = (id: number, decision: { consent: boolean; body: string }) =>
  apiFetch<{ answerId?: number }>(`/publications/${id}/consent`, { method: "PUT", body: decision });

export const getAvailability = (threadId: number) =>
  apiFetch<Availability>(`/chat/availability?thread=${threadId}`);
export const listQueue = () => apiFetch<Queue>("/queue?limit=50");
export const listInbox = () => apiFetch<Inbox>("/agents/me/inbox");
export const listOffers = () => apiFetch<List<Offer>>("/agents/me/offers");
export const listAgents = () => apiFetch<List<Agent>>("/agents");
export const acceptOffer = (id: number) =>
  apiFetch<{ conversationId: number }>(`/offers/${id}/accept`, { method: "POST" });
export const declineOffer = (id: number) => apiFetch(`/offers/${id}/decline`, { method: "POST" });
export const extendOffer = (id: number) => apiFetch<{ expiresAt: string }>(`/offers/${id}/extend`, { method: "POST" });
export const seeOffer = (id: number) => apiFetch(`/offers/${id}/seen`, { method: "PUT" });
export const setPresence = (state: DeclaredPresence, sign: PresenceSign = "declaration") =>
  apiFetch<PresenceNow>("/agents/me/presence", { method: "PUT", body: { state, sign } });
export const extendWrapUp = () => apiFetch<PresenceNow>("/agents/me/wrap-up/extend", { method: "POST" });
export const getPresence = () => apiFetch<PresenceNow>("/agents/me/presence");

export const listAnswers = (threadId: number) =>
  apiFetch<List<Answer>>(`/threads/${threadId}/answers?limit=50`);
export const setAcceptance = (answerId: number, accepted: boolean) =>
  apiFetch(`/answers/${answerId}/acceptance`, { method: "PUT", body: { accepted } });
export const setRejection = (answerId: number, rejected: boolean) =>
  apiFetch(`/answers/${answerId}/rejection`, { method: "PUT", body: { rejected } });
