"use client";

import { useState, type FormEvent } from "react";
import { errorText } from "@/components/ui/api";
import { Button } from "@/components/ui/button";
import { Star } from "@/components/ui/icons";
import { toast } from "@/components/ui/toast";
import type { Ratings } from "@/lib/conversations/conversation-view";
import { rateConversation } from "./chat-api";
import type { RoomText } from "./room-texts";

const kinds = ["fast", "clear", "fair"] as const;

/** Three things, one to five. Radios, so that arrows and screen readers work as everywhere. */
export function RatingForm({
  t,
  conversationId,
  given,
}: {
  t: RoomText;
  conversationId: number;
  given: Ratings | null;
}) {
  const [ratings, setRatings] = useState<Partial<Ratings>>(given ?? {});
  const [sent, setSent] = useState(given !== null);
  const [busy, setBusy] = useState(false);
  const { fast, clear, fair } = ratings;
  const whole = fast && clear && fair ? { fast, clear, fair } : null;
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (!whole) return;
    setBusy(true);
    try {
      await rateConversation(conversationId, whole);
      setSent(true);
    } catch (error) {
      toast(errorText(error, t("room.problem")));
    }
    setBusy(false);
  };
  return (
    <form className="rbox" onSubmit={(event) => void send(event)}>
      <h2>{t("room.rating.title")}</h2>
      {sent ? (
        <p className="mut2" role="status">
          {t("room.rating.thanks")}
        </p>
      ) : (
        <>
          {kinds.map((kind) => (
            <fieldset key={kind} className="stars">
              <legend>{t(`room.rating.${kind}`)}</legend>
              {[1, 2, 3, 4, 5].map((count) => (
                <label key={count} className={count <= (ratings[kind] ?? 0) ? "lit" : undefined}>
                  <input
                    type="radio"
                    className="vh"
                    name={kind}
                    value={count}
                    aria-label={t("room.rating.stars", { what: t(`room.rating.${kind}`), count })}
                    checked={ratings[kind] === count}
                    onChange={() => setRatings({ ...ratings, [kind]: count })}
                  />
                  <Star size={24} />
                </label>
              ))}
            </fieldset>
          ))}
          <Button type="submit" disabled={!whole || busy}>
            {t("room.rating.send")}
          </Button>
        </>
      )}
    </form>
  );
}
