import { useSyncExternalStore } from "react";
import type { Overlay } from "./overlay-types";

export type OverlayState = Overlay & { ready: boolean };

const nothing: OverlayState = { me: null, ready: false };
let state: OverlayState = nothing;
let asked = false;
const listeners = new Set<() => void>();

/** Who is reading and what they may. Not ready: their reserved places stay empty. */
export function useOverlay(): OverlayState {
  return useSyncExternalStore(
    listen,
    () => state,
    () => nothing,
  );
}

/** Who wants to act, waited for where a slow line has not said yet who is reading: no click is lost. Visitors are led to `signIn`. */
export async function actingMember(signIn: string): Promise<Overlay["me"]> {
  const { me } = state.ready ? state : await new Promise<OverlayState>(untilReady);
  if (!me) location.assign(signIn);
  return me;
}

function untilReady(resolve: (ready: OverlayState) => void): void {
  const stop = listen(() => {
    if (!state.ready) return;
    stop();
    resolve(state);
  });
}

/** Shows at once what is about to be true; call it again with the way back when it was refused. */
export function patchOverlay(change: (overlay: Overlay) => Overlay): void {
  set({ ...change(state), ready: state.ready });
}

/** Asks again, after something happened that changes what the reader may. */
export async function refreshOverlay(): Promise<void> {
  const query = new URLSearchParams({ path: location.pathname });
  const thread = document.getElementById("main")?.dataset.thread;
  if (thread) query.set("thread", thread);
  const response = await fetch(`/overlay?${query}`, { headers: { accept: "application/json" } });
  if (!response.ok) throw new Error(`overlay ${response.status}`);
  const overlay = (await response.json()) as Overlay;
  if (!overlay.me) delete document.documentElement.dataset.in;
  set({ ...overlay, ready: true });
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  if (!asked) {
    asked = true;
    void start();
  }
  return () => listeners.delete(listener);
}

/** Visitors are known by the missing hint cookie, so their pages ask for nothing. */
async function start(): Promise<void> {
  if (document.documentElement.dataset.in === undefined) return set({ me: null, ready: true });
  await refreshOverlay().catch(() => setTimeout(() => void refreshOverlay().catch(() => undefined), 3000));
}

function set(next: OverlayState): void {
  state = next;
  for (const listener of listeners) listener();
}
