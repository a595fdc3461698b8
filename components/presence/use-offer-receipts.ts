import { useEffect, useRef } from "react";
import { type Offer, seeOffer } from "@/components/conversations/chat-api";
import { chime } from "@/components/conversations/chime";
import { refreshWork } from "./work-store";

/**
 * Calls for each new offer and tells the server when it has arrived: this page is looked at, or its chime could be
 * heard. Without that the offer goes on within seconds, for a page in the background may be asleep.
 */
export function useOfferReceipts(offers: Offer[]): void {
  const called = useRef(new Set<number>());
  const seen = useRef(new Set<number>());
  const open = useRef<number[]>([]);
  useEffect(() => {
    const acknowledge = () => {
      const news = open.current.filter((id) => !seen.current.has(id));
      for (const id of news) {
        seen.current.add(id);
        // The card counts from the new end.
        seeOffer(id).then(
          () => refreshWork("offers"),
          () => seen.current.delete(id),
        );
      }
    };
    const ifLookedAt = () => document.visibilityState === "visible" && acknowledge();
    open.current = offers.map(({ id }) => id);
    ifLookedAt();
    if (open.current.some((id) => !called.current.has(id))) {
      called.current = new Set(open.current);
      void chime("offer").then((heard) => heard && acknowledge());
    }
    document.addEventListener("visibilitychange", ifLookedAt);
    return () => document.removeEventListener("visibilitychange", ifLookedAt);
  }, [offers]);
}
