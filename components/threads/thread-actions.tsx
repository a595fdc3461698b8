"use client";

import { useState } from "react";
import { actingMember, patchOverlay, useOverlay } from "@/components/layout/overlay";
import type { Overlay } from "@/components/layout/overlay-types";
import { ActionButton } from "@/components/ui/action-button";
import { Bell, Hand, Share2 } from "@/components/ui/island-icons";
import { toast } from "@/components/ui/toast";
import { attempt } from "./attempt";
import { useThreadPlace } from "./thread-context";

/** "I have this too": counts at once, and is taken back when it was refused. */
export function MeTooButton({ count }: { count: number }) {
  const { id, words, signIn, locale } = useThreadPlace();
  const { me, thread } = useOverlay();
  const [shown, setShown] = useState(count);
  const on = thread?.meToo ?? false;
  const set = (next: boolean) => {
    patchThread({ meToo: next, ...(next && { subscribed: true }) });
    setShown((at) => at + (next ? 1 : -1));
  };
  const toggle = async () => {
    if (!(await actingMember(signIn))) return;
    set(!on);
    const undo = () => set(on);
    const done = await attempt<{ meTooCount: number }>(`/threads/${id}/me-too`, { method: "PUT", body: { on: !on } }, { undo, offline: words.offline });
    if (done) setShown(done.meTooCount);
  };
  return (
    <ActionButton
      icon={Hand}
      main
      pressed={on}
      count={shown.toLocaleString(locale)}
      disabled={me !== null && thread?.can.meToo === false && !on}
      onClick={() => void toggle()}
    >
      {words.meToo}
    </ActionButton>
  );
}

export function FollowButton() {
  const { id, words, signIn } = useThreadPlace();
  const { thread } = useOverlay();
  const on = thread?.subscribed ?? false;
  const toggle = async () => {
    if (!(await actingMember(signIn))) return;
    patchThread({ subscribed: !on });
    const undo = () => patchThread({ subscribed: on });
    void attempt(`/threads/${id}/subscription`, { method: "PUT", body: { on: !on } }, { undo, offline: words.offline });
  };
  return (
    <ActionButton icon={Bell} pressed={on} onClick={() => void toggle()}>
      {words.follow}
    </ActionButton>
  );
}

/** The system's own sheet where there is one, else the address goes to the clipboard. */
export function ShareButton({ title }: { title: string }) {
  const { words, href } = useThreadPlace();
  const share = async () => {
    const url = location.origin + href;
    if (navigator.share && matchMedia("(pointer: coarse)").matches) {
      await navigator.share({ title, url }).catch(() => undefined);
    } else {
      await navigator.clipboard.writeText(url).then(() => toast(words.copied), () => prompt(words.copyLink, url));
    }
  };
  return (
    <ActionButton icon={Share2} foldable onClick={() => void share()}>
      {words.share}
    </ActionButton>
  );
}

function patchThread(change: Partial<NonNullable<Overlay["thread"]>>): void {
  patchOverlay((overlay) => ({ ...overlay, thread: overlay.thread && { ...overlay.thread, ...change } }));
}
