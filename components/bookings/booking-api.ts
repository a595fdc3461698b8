import type { Jsoned } from "@/components/conversations/jsoned";
import { apiFetch } from "@/components/ui/api";
import type { BookingView, CallSlots } from "@/lib/bookings/booking-view";
import type { CallView } from "@/lib/bookings/list-calls";

export type Slots = Jsoned<CallSlots>;
export type Booking = Jsoned<BookingView>;
export type Call = Jsoned<CallView>;

const at = (conversationId: number) => `/conversations/${conversationId}/call`;

export const listSlots = (conversationId: number) => apiFetch<Slots>(at(conversationId));
export const bookCall = (conversationId: number, booking: Booking) =>
  apiFetch<Booking>(at(conversationId), { method: "PUT", body: booking });
export const cancelCall = (conversationId: number) => apiFetch(at(conversationId), { method: "DELETE" });
export const recordCall = (conversationId: number, outcome: "made" | "missed") =>
  apiFetch(`${at(conversationId)}/outcome`, { method: "POST", body: { outcome } });
export const listCalls = () => apiFetch<{ items: Call[] }>("/calls");
