"use client";

import { useEffect } from "react";
import { hear } from "@/components/layout/live";
import { refreshOverlay, useOverlay } from "@/components/layout/overlay";
import { apiFetch, errorText } from "@/components/ui/api";
import { toast } from "@/components/ui/toast";
import { formatDate, formatDay } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/locale";
import type { HumanWords } from "./human-words";

type Told = {
  state: "open" | "busy" | "closed";
  departmentId?: number | null;
  choices?: string[];
  position?: number;
  waitSeconds?: { p50: number; p80: number };
  nextOpenAt?: string;
};

/** Asks who is there, says it in every human card of the page, and hears when it changes. */
export function Availability({ query, locale, words }: { query: string; locale: Locale; words: HumanWords }) {
  const { thread } = useOverlay();
  const conversation = useOwnConversation();
  const isOffered = thread?.escalation?.state === "offered_chat";
  useEffect(() => {
    let stop: (() => void) | undefined;
    let gone = false;
    const look = async () => {
      const told = await apiFetch<Told>(`/chat/availability${query}`);
      if (gone) return;
      const may = (choice: string) => told.choices?.includes(choice) ?? true;
      const state = told.state === "busy" && !may("chat") ? "full" : told.state;
      const root = document.documentElement.dataset;
      root.avail = conversation ? "mine" : isOffered && may("chat") && state !== "closed" ? "offer" : state;
      root.calls = may("callback") ? "yes" : "no";
      fill(told, locale, words);
      stop ??= hear(`department:${told.departmentId ?? 0}`, ["availability.changed", "queue.changed"], again, again);
    };
    const again = () => void look().catch(() => undefined);
    again();
    return () => {
      gone = true;
      stop?.();
    };
  }, [query, locale, words, conversation, isOffered]);
  return null;
}

/** To the conversation that this reader has open, about the thread of the page if it has one. */
export function OwnConversation({ base, label }: { base: string; label: string }) {
  const id = useOwnConversation();
  return (
    <a className="btn lampb wide" href={id ? `${base}${id}` : undefined}>
      {label}
    </a>
  );
}

function useOwnConversation(): number | null | undefined {
  const { me, thread } = useOverlay();
  return thread ? thread.conversation?.id : me?.conversation;
}

export function DeclineButton({ threadId, label, done, offline }: { threadId: number; label: string; done: string; offline: string }) {
  const decline = async () => {
    try {
      await apiFetch(`/threads/${threadId}/escalation`, { method: "DELETE" });
      toast(done);
      await refreshOverlay();
    } catch (error) {
      toast(errorText(error, offline));
    }
  };
  return (
    <button type="button" className="btn ghost wide" onClick={() => void decline()}>
      {label}
    </button>
  );
}

function fill({ position = 1, waitSeconds, nextOpenAt }: Told, locale: Locale, words: HumanWords): void {
  const put = (name: string, text: string) =>
    document.querySelectorAll(`[data-human="${name}"]`).forEach((place) => (place.textContent = text));
  const wait = waitSeconds && waitText(waitSeconds, locale, words);
  const busy = (wait ? words.busy.replace("{wait}", wait) : words.busyPlain).replace("{position}", String(position));
  put("busy", busy);
  put("busy-short", words.busyShort.replace("{position}", String(position)) + (wait ? ` · ${wait}` : ""));
  put("closed", nextOpenAt ? words.closed.replace("{time}", opensAt(nextOpenAt, locale, "long")) : words.closedPlain);
  put("closed-short", nextOpenAt ? words.closedShort.replace("{time}", opensAt(nextOpenAt, locale, "short")) : words.closedPlain);
}

/** "6–10 minutes": always a range, never promised to the second. */
function waitText({ p50, p80 }: { p50: number; p80: number }, locale: Locale, words: HumanWords): string {
  const high = Math.max(1, Math.ceil(p80 / 60));
  const low = Math.max(1, Math.floor(p50 / 60));
  if (p80 <= 60) return words.underMinute;
  return `${low === high ? low.toLocaleString(locale) : `${low}–${high}`} ${words.minutes}`;
}

function opensAt(instant: string, locale: Locale, length: "long" | "short"): string {
  const at = new Date(instant);
  return `${formatDay(locale, at, new Date(), length)}, ${formatDate(locale, at, "time")}`;
}
