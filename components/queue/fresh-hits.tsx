"use client";

import { useEffect, useState } from "react";
import { type Conversation, leaveQueue } from "@/components/conversations/chat-api";
import type { RoomText } from "@/components/conversations/room-texts";
import { apiFetch } from "@/components/ui/api";
import { Button } from "@/components/ui/button";
import { Check } from "@/components/ui/icons";
import { useAct } from "@/components/ui/use-act";
import type { Hit } from "@/lib/search/hit";

type FreshHitsProps = { t: RoomText; view: Conversation; onChanged: () => void };

const ASK_AGAIN_MS = 20_000;
const SHOWN = 3;

/** What the community knows about the question by now, asked for again and again while one waits. */
export function FreshHits({ t, view, onChanged }: FreshHitsProps) {
  const hits = useHits(view);
  const [busy, act] = useAct(t("room.problem"));
  const solved = ({ kind, id }: Hit) => act(() => leaveQueue(view.id, { known: { kind, id } })).then(onChanged);
  if (hits.length === 0) return null;
  return (
    <section className="wsec">
      <h2>{t("room.wait.hits")}</h2>
      <ul className="fresh" aria-live="polite">
        {hits.map((hit) => (
          <li key={`${hit.kind}:${hit.id}`}>
            <a className="lk" href={hit.url} target="_blank" rel="noopener">
              {hit.title}
            </a>
            {hit.answer && <small className="mut2">{hit.answer}</small>}
            <Button size="d" icon={Check} disabled={busy} aria-label={t("room.wait.hitHelped", { title: hit.title })} onClick={() => void solved(hit)}>
              {t("room.wait.solved")}
            </Button>
          </li>
        ))}
      </ul>
      <p className="small mut2 mt-2">{t("room.wait.keeps")}</p>
    </section>
  );
}

/** Only what says how it is done. What one has found stays where it is while a page in the background asks nothing. */
function useHits({ thread, packet }: Conversation): Hit[] {
  const [hits, setHits] = useState<Hit[]>([]);
  const body = packet.thread.body.slice(0, 500);
  useEffect(() => {
    const ask = () => {
      if (document.visibilityState === "hidden") return;
      const query = new URLSearchParams({ title: thread.title, body, thread: String(thread.id), limit: String(SHOWN + 2), all: "true", unsure: "true" });
      apiFetch<{ hits: Hit[] }>(`/suggest?${query}`).then(
        ({ hits: found }) => setHits(found.filter(({ kind, answer }) => kind === "article" || answer).slice(0, SHOWN)),
        () => undefined,
      );
    };
    ask();
    const timer = setInterval(ask, ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [thread.id, thread.title, body]);
  return hits;
}
