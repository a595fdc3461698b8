"use client";

import { useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Star } from "@/components/ui/icons";
import { useAct } from "@/components/ui/use-act";
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
  const [incomplete, setIncomplete] = useState(false);
  const [busy, act] = useAct(t("room.problem"));
  const { fast, clear, fair } = ratings;
  const whole = fast && clear && fair ? { fast, clear, fair } : null;
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!whole) return setIncomplete(true);
    void act(async () => {
      await rateConversation(conversationId, whole);
      setSent(true);
    });
  };
  return (
    <form className="rbox" onSubmit={send}>
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
          {incomplete && !whole && (
            <p className="err" role="alert">
              {t("room.rating.incomplete")}
            </p>
          )}
          <Button type="submit" disabled={busy}>
            {t("room.rating.send")}
          </Button>
        </>
      )}
    </form>
  );
}
