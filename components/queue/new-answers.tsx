"use client";

import { useCallback, useEffect, useState } from "react";
import {
  type Answer,
  type Conversation,
  leaveQueue,
  listAnswers,
  setRejection,
} from "@/components/conversations/chat-api";
import { fileUrl } from "@/components/conversations/message-list";
import type { RoomText } from "@/components/conversations/room-texts";
import { sharedStream } from "@/components/conversations/shared-lines";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { Check, CircleSlash } from "@/components/ui/icons";
import { Markdown } from "@/components/ui/markdown";
import { Time } from "@/components/ui/time";
import { useAct } from "@/components/ui/use-act";
import type { Locale } from "@/lib/platform/i18n/locale";

import { FreshHits } from "./fresh-hits";

type NewAnswersProps = {
  locale: Locale;
  t: RoomText;
  view: Conversation;
  onChanged: () => void;
};

/** What the community writes while one waits. Trying it costs nothing; if it helps, the place goes to the next. */
export function NewAnswers({ locale, t, view, onChanged }: NewAnswersProps) {
  const [answers, dismiss] = useNewAnswers(view);
  const [busy, act] = useAct(t("room.problem"));
  const solved = (answer: Answer) => act(() => leaveQueue(view.id, { answerId: answer.id })).then(onChanged);
  const useless = (answer: Answer) =>
    act(async () => {
      dismiss(answer.id);
      await setRejection(answer.id, true);
    });
  return (
    <>
      <section className="wsec">
        <h2>{t("room.wait.new")}</h2>
        <div className="stack8" aria-live="polite">
          {answers.map((answer) => (
            <article key={answer.id} className="newans">
              <div className="from">
                <Avatar
                  id={answer.author.id}
                  name={answer.author.displayName}
                  staff={answer.author.staff}
                  size="sm"
                  url={fileUrl(answer.author.avatarFileId)}
                />
                <span>
                  <b>{answer.author.displayName}</b>
                  <small>
                    <Time at={answer.createdAt} locale={locale} format="shortTime" />
                  </small>
                </span>
              </div>
              <Markdown html={answer.bodyHtml} />
              <div className="two">
                <Button icon={Check} disabled={busy} onClick={() => void solved(answer)}>
                  {t("room.wait.solved")}
                </Button>
                <Button icon={CircleSlash} disabled={busy} onClick={() => void useless(answer)}>
                  {t("room.wait.notSolved")}
                </Button>
              </div>
            </article>
          ))}
        </div>
        <p className="small mut2 mt-2">{t(answers.length > 0 ? "room.wait.keeps" : "room.wait.noAnswers")}</p>
      </section>
      <FreshHits t={t} view={view} onChanged={onChanged} />
    </>
  );
}

/** Answers by others that came after the asker got in line and have not been judged yet, newest first. */
function useNewAnswers({
  id,
  thread,
  asker,
  createdAt,
  cursor,
}: Conversation): [Answer[], (answerId: number) => void] {
  const [answers, setAnswers] = useState<Answer[]>([]);
  const load = useCallback(async () => {
    const { items } = await listAnswers(thread.id);
    const fresh = items.filter(
      (answer) =>
        answer.createdAt > createdAt &&
        answer.author.id !== asker.id &&
        answer.status === "published" &&
        !answer.accepted &&
        !answer.rejectedAt,
    );
    setAnswers(fresh.sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1)));
  }, [thread.id, asker.id, createdAt]);
  useEffect(() => {
    const stream = sharedStream(cursor);
    const quietly = () => void load().catch(() => undefined);
    quietly();
    const stops = [
      stream.follow(`thread:${thread.id}`),
      stream.hear(({ type, data }) => {
        if (data.topic === `thread:${thread.id}` && type.startsWith("answer.")) quietly();
      }),
      stream.onReset(quietly),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [id, thread.id, cursor, load]);
  return [answers, (answerId) => setAnswers((now) => now.filter((answer) => answer.id !== answerId))];
}
