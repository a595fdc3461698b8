"use client";

import { useEffect, useRef, useState, type FormEvent } from "react";
import { ApiError, apiFetch, errorText } from "@/components/ui/api";
import { Button } from "@/components/ui/button";
import { readDraft, writeDraft } from "@/components/ui/draft";
import { toast } from "@/components/ui/toast";
import { noteOwnAct } from "@/components/threads/attempt";
import { useThreadPlace } from "@/components/threads/thread-context";

export type CommentFormProps = {
  on: "threads" | "answers";
  id: number;
  onClose: () => void;
  onPosted: (body: string) => void;
};

/** A short note below a post. What is typed is kept until it has arrived. */
export default function CommentForm({ on, id, onClose, onPosted }: CommentFormProps) {
  const { words } = useThreadPlace();
  const draftKey = `comment-${on}-${id}`;
  const field = useRef<HTMLTextAreaElement>(null);
  const key = useRef(crypto.randomUUID());
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  useEffect(() => {
    if (!field.current) return;
    field.current.value = readDraft(draftKey);
    field.current.focus();
  }, [draftKey]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const body = field.current?.value.trim() ?? "";
    if (!body || busy) return;
    setBusy(true);
    noteOwnAct();
    try {
      const posted = await apiFetch<{ held?: boolean }>(`/${on}/${id}/comments`, { method: "POST", body: { body }, idempotencyKey: key.current });
      writeDraft(draftKey, "");
      if (posted.held) toast(words.commentHeld);
      onPosted(body);
    } catch (error) {
      setProblem(error instanceof ApiError ? (error.fields.body ?? error.message) : errorText(error, words.offline));
      // Something else was said: the next try is another comment.
      if (error instanceof ApiError) key.current = crypto.randomUUID();
      setBusy(false);
    }
  };
  return (
    <form className="cform" onSubmit={(event) => void submit(event)}>
      <label className="vh" htmlFor={draftKey}>
        {words.commentField}
      </label>
      <textarea
        id={draftKey}
        ref={field}
        className={problem ? "in bad" : "in"}
        rows={2}
        maxLength={2000}
        placeholder={words.commentField}
        onInput={(event) => writeDraft(draftKey, event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") onClose();
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
        }}
      />
      {problem && (
        <p className="err" role="alert">
          {problem}
        </p>
      )}
      <span className="row">
        <Button type="submit" look="sec" size="d" busy={busy && words.sending}>
          {words.commentSend}
        </Button>
        <Button look="ghost" size="d" onClick={onClose}>
          {words.cancel}
        </Button>
      </span>
    </form>
  );
}
