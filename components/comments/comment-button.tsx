"use client";

import { ActionButton } from "@/components/ui/action-button";
import { MessageSquare } from "@/components/ui/island-icons";
import { useThreadPlace } from "@/components/threads/thread-context";

/** In the row of actions: opens the form below the comments. */
export function CommentButton({ answerId }: { answerId: number }) {
  const { words } = useThreadPlace();
  const open = () => {
    const place = document.querySelector<HTMLElement>(`[data-comment="answers-${answerId}"]`);
    if (place) place.click();
    else document.getElementById(`comment-answers-${answerId}`)?.focus();
  };
  return (
    <ActionButton icon={MessageSquare} foldable onClick={open}>
      {words.comment}
    </ActionButton>
  );
}
