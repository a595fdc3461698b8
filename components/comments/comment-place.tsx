"use client";

import { useState, type ComponentType, type MouseEvent } from "react";
import { actingMember, useOverlay } from "@/components/layout/overlay";
import { useThreadPlace } from "@/components/threads/thread-context";
import type { CommentFormProps } from "./comment-form";

/**
 * The way to comment, below the comments: with script a form is fetched and opens here, without it a page of its own
 * has one. Below answers it is seen only without script; otherwise the button in their row of actions leads here.
 */
export function CommentPlace({ on, id, href, label }: { on: "threads" | "answers"; id: number; href: string; label: string }) {
  const { signIn } = useThreadPlace();
  const { me, thread } = useOverlay();
  const [Form, setForm] = useState<ComponentType<CommentFormProps>>();
  const [own, setOwn] = useState<string[]>([]);
  const open = async (event: MouseEvent) => {
    event.preventDefault();
    if (!(await actingMember(signIn))) return;
    const { default: Loaded } = await import("./comment-form");
    setForm(() => Loaded);
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
          <a className={on === "threads" ? "add" : "add plain"} href={href} rel="nofollow" data-comment={`${on}-${id}`} onClick={(event) => void open(event)}>
            {label}
          </a>
        )
      )}
    </>
  );
}
