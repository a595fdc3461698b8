"use client";

import { useEffect, useRef, useState } from "react";
import { announce } from "@/components/layout/announce";
import { hear } from "@/components/layout/live";
import { useOverlay } from "@/components/layout/overlay";
import { MessageCircle } from "@/components/ui/island-icons";
import { isOwnEcho } from "./attempt";
import { useThreadPlace } from "./thread-context";

const kinds = ["answer.posted", "answer.status", "answer.accepted", "comment.posted", "thread.locked", "thread.status"];

/** Says that there is something new, and leaves alone what is being read. */
export function ThreadLive() {
  const { id, words, locale } = useThreadPlace();
  const { thread } = useOverlay();
  const own = useRef(thread?.own);
  own.current = thread?.own;
  const [answers, setAnswers] = useState(0);
  const [other, setOther] = useState(false);
  useEffect(() => {
    // Only there to have the page loaded again after posting.
    if (/[?&](posted|edited)=/.test(location.search)) history.replaceState(null, "", location.pathname + location.hash);
  }, []);
  useEffect(() => {
    const news = new Set<unknown>();
    return hear(`thread:${id}`, kinds, ({ type, answerId, fromChat }) => {
      // What comes of a chat takes the place of its marker by itself.
      if (fromChat || !kinds.includes(type)) return;
      if (type !== "answer.posted") return void (isOwnEcho() || setOther(true));
      if (own.current?.answerIds.includes(Number(answerId)) || document.getElementById(`answer-${answerId}`)) return;
      setAnswers(news.add(answerId).size);
    }, () => setOther(true));
  }, [id]);
  const text = answers === 1 ? words.newAnswersOne : answers > 1 ? words.newAnswersMany.replace("{n}", answers.toLocaleString(locale)) : other ? words.newThings : "";
  useEffect(() => {
    if (text) announce(text);
  }, [text]);
  if (!text) return null;
  return (
    <div className="newbar">
      <button type="button" className="btn pri" onClick={() => location.reload()}>
        <MessageCircle />
        <span>{text}</span>
        <u>{words.showNew}</u>
      </button>
    </div>
  );
}
