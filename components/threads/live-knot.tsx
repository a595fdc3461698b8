"use client";

import { useEffect, useState, type ComponentType } from "react";
import { hear, type LiveNews } from "@/components/layout/live";
import { refreshOverlay, useOverlay } from "@/components/layout/overlay";
import { Radio } from "@/components/ui/island-icons";
import { useThreadPlace } from "./thread-context";

type BranchProps = { conversationId: number; me: number; locale: string; company: string };

const TRIES = 5;
const AGAIN_MS = 400;

/**
 * Where a human takes over, the line branches off: those in it see the branch, everybody else that there is one,
 * and then what came out of it, all without a reload. `marker` is null while nobody talks.
 */
export function LiveKnot({ marker, company }: { marker: string | null; company: string }) {
  const { id, locale } = useThreadPlace();
  const { me, thread } = useOverlay();
  const [text, setText] = useState(marker);
  const [answers, setAnswers] = useState<string[]>([]);
  const [Branch, setBranch] = useState<ComponentType<BranchProps> | null>(null);
  const branch = thread?.branch;
  useEffect(() => {
    if (branch) void import("@/components/conversations/live-branch").then(({ LiveBranch }) => setBranch(() => LiveBranch), () => undefined);
  }, [branch]);
  useEffect(
    () =>
      hear(`thread:${id}`, ["thread.live", "answer.posted"], (news) => {
        if (news.type === "answer.posted" && !news.fromChat) return;
        const show = async () => {
          const { marker, answer } = await readNow(news);
          setText(marker);
          if (answer) setAnswers((known) => [...known, answer]);
          if (document.documentElement.dataset.in !== undefined) await refreshOverlay();
        };
        void show().catch(() => undefined);
      }),
    [id],
  );
  return (
    <>
      {branch && me && Branch && <Branch key={branch} conversationId={branch} me={me.id} locale={locale} company={company} />}
      {text && !branch && (
        <li className="evli live">
          <span className="dot">
            <Radio size={13} />
          </span>
          <div className="ev">
            <span>{text}</span>
          </div>
        </li>
      )}
      {answers.map((html) => (
        <li key={html} dangerouslySetInnerHTML={{ __html: html }} />
      ))}
    </>
  );
}

/** The page as everybody sees it at this moment: its state, its marker and the answer, without what needs a reload to work. */
async function readNow({ answerId, live }: LiveNews): Promise<{ marker: string | null; answer: string | null }> {
  const anchor = `answer-${answerId}`;
  for (let tries = 1; ; tries++) {
    const page = new DOMParser().parseFromString(await (await fetch(location.pathname)).text(), "text/html");
    const answer = page.getElementById(anchor)?.closest("li");
    const marker = page.querySelector(".evli.live .ev")?.textContent ?? null;
    // The news may be faster than the page.
    const isNow = answerId === undefined ? (marker !== null) === live : answer;
    if (!isNow && tries < TRIES) {
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
      continue;
    }
    const state = page.querySelector(".thead .meta");
    if (state) document.querySelector(".thead .meta")?.replaceChildren(...state.childNodes);
    for (const act of answer ? answer.querySelectorAll(".acts, form") : []) act.remove();
    return { marker, answer: answer && !document.getElementById(anchor) ? answer.innerHTML : null };
  }
}
