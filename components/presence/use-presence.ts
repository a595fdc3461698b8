import { useEffect, useRef } from "react";
import { getPresence, type PresenceNow, setPresence } from "@/components/conversations/chat-api";
import { sharedStream } from "@/components/conversations/shared-lines";
import type { DeclaredPresence, PresenceSign, PresenceState } from "@/lib/presence/presence-view";
import { forgetTab, noteTab, staysWithin, watchLeaving } from "./staff-tabs";
import { setWork } from "./work-store";

const key = "kundig-presence";
const inputKey = "kundig-staff-input";
const IDLE_MS = 5 * 60_000;

/** What the agent said last, in any tab. Kept for the tab that is opened next. */
function declared(): DeclaredPresence {
  return (localStorage.getItem(key) as DeclaredPresence | null) ?? "offline";
}

export async function declarePresence(state: DeclaredPresence): Promise<void> {
  localStorage.setItem(key, state);
  localStorage.setItem(inputKey, String(Date.now()));
  setWork({ presence: await setPresence(state) });
}

/** Says every 15 seconds that the agent is there, as long as the staff area is open in some tab. */
export function usePresenceKeeper(initial: PresenceState, busy: boolean, onIdle: () => void): void {
  const latest = useRef({ busy, onIdle });
  useEffect(() => {
    latest.current = { busy, onIdle };
  });
  useEffect(() => {
    const tab = Math.random().toString(36).slice(2);
    if (localStorage.getItem(key) === null && isDeclared(initial)) localStorage.setItem(key, initial);
    const report = (sign: PresenceSign) => {
      noteTab(tab);
      const state = declared();
      if (state === "offline") return;
      if (state === "online" && !latest.current.busy && isIdle()) {
        void declarePresence("away").then(latest.current.onIdle, () => undefined);
        return;
      }
      void setPresence(state, sign).then(show, () => undefined);
    };
    const beat = () => report("beat");
    const worker = new Worker(new URL("./heartbeat-worker.ts", import.meta.url));
    worker.addEventListener("message", beat);
    report("arrival");
    watchLeaving();
    const deafen = sharedStream(null).hear(({ type, data }) => {
      if (type !== "presence.changed") return;
      // Signed off elsewhere holds here too; that another browser was closed does not.
      if (data.departed) report("arrival");
      else if (data.state === "offline") localStorage.setItem(key, "offline");
      void getPresence().then(show, () => undefined);
    });
    const touched = () => localStorage.setItem(inputKey, String(Date.now()));
    touched();
    const leave = () => {
      if (!forgetTab(tab) || staysWithin() || declared() === "offline") return;
      void fetch("/api/v1/agents/me/presence", {
        method: "PUT",
        keepalive: true,
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ state: "offline", sign: "departure" }),
      });
    };
    const back = () => document.visibilityState === "visible" && beat();
    for (const event of ["pointerdown", "keydown"]) document.addEventListener(event, touched);
    document.addEventListener("visibilitychange", back);
    window.addEventListener("online", beat);
    window.addEventListener("pagehide", leave);
    return () => {
      forgetTab(tab);
      worker.terminate();
      deafen();
      for (const event of ["pointerdown", "keydown"]) document.removeEventListener(event, touched);
      document.removeEventListener("visibilitychange", back);
      window.removeEventListener("online", beat);
      window.removeEventListener("pagehide", leave);
    };
  }, [initial]);
}

/**
 * What the server knows: another device said so, or it found out. Kept is what a browser that was gone for a while
 * would declare again: who missed two offers is away until they say otherwise, who was in a wrap-up is online.
 */
function show(presence: PresenceNow): void {
  setWork({ presence });
  const { state, wrapUp } = presence;
  if (state === "not_responding") localStorage.setItem(key, "away");
  else if (isDeclared(state) && state !== "offline") localStorage.setItem(key, wrapUp ? "online" : state);
}

function isDeclared(state: PresenceState): state is DeclaredPresence {
  return state !== "not_responding" && state !== "disconnected";
}

function isIdle(): boolean {
  return Date.now() - Number(localStorage.getItem(inputKey) ?? Date.now()) > IDLE_MS;
}
