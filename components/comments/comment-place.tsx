"use client";

import { useState, type ComponentType } from "react";
import { useOverlay } from "@/components/layout/overlay";
import { useThreadPlace } from "@/components/threads/thread-context";
import type { CommentFormProps } from "./comment-form";

/** The button below the comments; the form behind it is fetched when it is asked for. Unlabelled, others press it. */
export function CommentPlace({ on, id, label }: { on: "threads" | "answers"; id: number; label?: string }) {
  const { signIn } = useThreadPlace();
  const { me, thread, ready } = useOverlay();
  const [Form, setForm] = useState<ComponentType<CommentFormProps>>();
  const [own, setOwn] = useState<string[]>([]);
  const open = () => {
    if (!me) return void (ready && location.assign(signIn));
    void import("./comment-form").then((it) => setForm(() => it.default));
  };
  return (
    <>
      {own.map((body, index) => (
        <p key={index}>
          <b>{me?.displayName}</b> {body}
        </p>
      ))}
      {Form ? (
        <Form
          on={on}
          id={id}
          onClose={() => setForm(undefined)}
          onPosted={(body) => {
            setOwn((all) => [...all, body]);
            setForm(undefined);
          }}
        />
      ) : (
        (thread?.can.comment ?? true) && (
          <button type="button" className="add" hidden={!label} data-comment={`${on}-${id}`} onClick={open}>
            {label}
          </button>
        )
      )}
    </>
  );
}
