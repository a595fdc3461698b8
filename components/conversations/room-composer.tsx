"use client";

import { useEffect, useRef, type KeyboardEvent } from "react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Send, TextQuote } from "@/components/ui/icons";
import { FileButton, FileTray } from "./file-tray";
import type { RoomText } from "./room-texts";
import { useFiles } from "./use-files";
import { useTypingNews } from "./use-typing";

/** As lib/conversations/input.ts has it; importing that would bring all of zod along. */
export const MESSAGE_CHARS = 8_000;

type RoomComposerProps = {
  t: RoomText;
  conversationId: number;
  label: string;
  text: string;
  onText: (text: string) => void;
  onSend: (text: string) => void;
  /** "I said that already": only while a question stands there. */
  onAlready?: () => void;
};

/** Where the asker writes. Enter sends where there is a keyboard; the text is kept until it is on its way. */
export function RoomComposer({ t, conversationId, label, text, onText, onSend, onAlready }: RoomComposerProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const tellTyping = useTypingNews(conversationId);
  const files = useFiles({ conversationId, t, text, onText, onArrived: () => send() });
  const over = files.whole.length - MESSAGE_CHARS;
  useEffect(() => fit(field.current), [text]);
  const send = () => {
    field.current?.focus();
    if (files.loading) return files.sendWhenArrived();
    if (!files.whole || over > 0) return;
    onSend(files.whole);
    files.clear();
    onText("");
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing || event.shiftKey) return;
    const always = event.ctrlKey || event.metaKey;
    if (!always && matchMedia("(pointer: coarse)").matches) return;
    event.preventDefault();
    send();
  };
  return (
    <form
      className="composer rcomp"
      {...files.drop}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <FileTray t={t} files={files} />
      <textarea
        ref={field}
        className="txt"
        rows={1}
        aria-label={label}
        placeholder={label}
        value={text}
        enterKeyHint="send"
        aria-invalid={over > 0 || undefined}
        onChange={(event) => {
          onText(event.target.value);
          if (event.target.value.trim()) tellTyping();
        }}
        onKeyDown={onKeyDown}
        onPaste={files.onPaste}
      />
      <div className="cf">
        <FileButton t={t} files={files} />
        {onAlready && (
          <Button
            look="ghost"
            size="d"
            icon={TextQuote}
            onClick={() => {
              field.current?.focus();
              onAlready();
            }}
          >
            {t("room.message.already")}
          </Button>
        )}
        <span className="grow">
          {over > 0 && (
            <span className="err" role="alert">
              {t("room.message.tooLong", { count: over })}
            </span>
          )}
        </span>
        <Button type="submit" look="pri" icon={Send} className="hide-phone">
          {t("room.message.send")}
        </Button>
        <IconButton
          type="submit"
          icon={Send}
          size={22}
          label={t("room.message.send")}
          className="only-phone"
        />
      </div>
    </form>
  );
}

function fit(field: HTMLTextAreaElement | null): void {
  if (!field || CSS.supports("field-sizing", "content")) return;
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight}px`;
}
