"use client";

import { useState } from "react";
import { actingMember, patchOverlay, useOverlay } from "@/components/layout/overlay";
import { ActionButton } from "@/components/ui/action-button";
import { ThumbsUp } from "@/components/ui/island-icons";
import { attempt } from "@/components/threads/attempt";
import { useThreadPlace } from "@/components/threads/thread-context";

type Target = { kind: "threads" | "answers"; id: number };

/** "Helpful", with the score as it would be with this reader's vote. */
export function HelpfulButton({ kind, id, score, main = true }: Target & { score: number; main?: boolean }) {
  const { words, locale } = useThreadPlace();
  const { value, shown, cast, mine } = useVote({ kind, id }, score);
  return (
    <ActionButton
      icon={ThumbsUp}
      main={main}
      pressed={value === 1}
      count={shown.toLocaleString(locale)}
      disabled={mine}
      onClick={() => cast(value === 1 ? 0 : 1)}
    >
      {words.helpful}
    </ActionButton>
  );
}

/** The vote of this reader on one post: shown at once, taken back when it was refused. */
export function useVote({ kind, id }: Target, score: number) {
  const { words, signIn } = useThreadPlace();
  const { thread } = useOverlay();
  const [shown, setShown] = useState(score);
  const key = kind === "threads" ? "thread" : String(id);
  const value = thread?.votes[key] ?? 0;
  const put = (next: -1 | 0 | 1) =>
    patchOverlay((overlay) => ({
      ...overlay,
      thread: overlay.thread && { ...overlay.thread, votes: { ...overlay.thread.votes, [key]: next } },
    }));
  const cast = async (next: -1 | 0 | 1) => {
    if (!(await actingMember(signIn))) return;
    const before = shown;
    put(next);
    setShown(before + next - value);
    const undo = () => {
      put(value);
      setShown(before);
    };
    const done = await attempt<{ score: number }>(`/${kind}/${id}/vote`, { method: "PUT", body: { value: next } }, { undo, offline: words.offline });
    if (done) setShown(done.score);
  };
  const mine = kind === "threads" ? (thread?.own.thread ?? false) : (thread?.own.answerIds.includes(id) ?? false);
  return { value, shown, cast: (next: -1 | 0 | 1) => void cast(next), mine };
}
