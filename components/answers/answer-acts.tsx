"use client";

import { useState } from "react";
import { useOverlay } from "@/components/layout/overlay";
import { ActionButton } from "@/components/ui/action-button";
import { Check, CircleSlash, ThumbsUp } from "@/components/ui/island-icons";
import { toast } from "@/components/ui/toast";
import { attempt } from "@/components/threads/attempt";
import { useThreadPlace } from "@/components/threads/thread-context";
import { useVote } from "@/components/votes/helpful-button";

type AnswerActsProps = { id: number; score: number; accepted: boolean; rejected: boolean };

/** What readers say about an answer. To the asker "did not help" means something else than to all others. */
export function AnswerActs({ id, score, accepted, rejected }: AnswerActsProps) {
  const { words, locale } = useThreadPlace();
  const { thread } = useOverlay();
  const vote = useVote({ kind: "answers", id }, score);
  const isAsker = thread?.can.reject ?? false;
  return (
    <>
      <ActionButton
        icon={ThumbsUp}
        main
        pressed={vote.value === 1}
        count={vote.shown.toLocaleString(locale)}
        disabled={vote.mine}
        onClick={() => vote.cast(vote.value === 1 ? 0 : 1)}
      >
        {words.helpful}
      </ActionButton>
      {isAsker && !vote.mine ? (
        <RejectButton id={id} rejected={rejected} />
      ) : (
        <ActionButton icon={CircleSlash} foldable pressed={vote.value === -1} disabled={vote.mine} onClick={() => vote.cast(vote.value === -1 ? 0 : -1)}>
          {words.notHelpful}
        </ActionButton>
      )}
      {thread?.can.accept && <AcceptButton id={id} accepted={accepted} />}
    </>
  );
}

function AcceptButton({ id, accepted }: { id: number; accepted: boolean }) {
  const { words } = useThreadPlace();
  const [on, setOn] = useState(accepted);
  const put = async (next: boolean) => {
    show(next);
    const undo = () => show(!next);
    const done = await attempt(`/answers/${id}/acceptance`, { method: "PUT", body: { accepted: next } }, { undo, offline: words.offline });
    if (done) toast(next ? words.accepted : words.unaccepted, { undo: () => void put(!next) });
  };
  const show = (next: boolean) => {
    setOn(next);
    // The answer stays where it is being read; the next visit finds it on top.
    const box = document.getElementById(`answer-${id}`)?.classList;
    box?.toggle("acc", next);
    if (next) box?.add("box");
    else if (!box?.contains("off")) box?.remove("box");
  };
  return (
    <ActionButton icon={Check} pressed={on} title={words.acceptLong} onClick={() => void put(!on)}>
      {words.accept}
    </ActionButton>
  );
}

function RejectButton({ id, rejected }: { id: number; rejected: boolean }) {
  const { words } = useThreadPlace();
  const [on, setOn] = useState(rejected);
  const put = async (next: boolean) => {
    setOn(next);
    const undo = () => setOn(!next);
    const done = await attempt(`/answers/${id}/rejection`, { method: "PUT", body: { rejected: next } }, { undo, offline: words.offline });
    if (done && next) toast(words.rejectedDone, { undo: () => void put(false) });
  };
  return (
    <ActionButton icon={CircleSlash} foldable pressed={on} onClick={() => void put(!on)}>
      {words.notHelpful}
    </ActionButton>
  );
}
