"use client";

import { useState, type FormEvent } from "react";
import { apiFetch, errorText } from "@/components/ui/api";
import { Button } from "@/components/ui/button";
import { CircleSlash, ThumbsUp } from "@/components/ui/island-icons";
import { toast } from "@/components/ui/toast";

export type FeedbackWords = {
  label: string;
  question: string;
  yes: string;
  no: string;
  thanks: string;
  why: string;
  comment: string;
  send: string;
  sending: string;
  offline: string;
  reasons: Record<string, string>;
};

/** Whether a guide helped. A "not yet" is counted at once; what was missing may be added. */
export function ArticleFeedback({ id, words, solved }: { id: number; words: FeedbackWords; solved: string }) {
  const [said, setSaid] = useState<"yes" | "no" | "done" | null>(null);
  const [busy, setBusy] = useState(false);
  const send = async (body: object, next: "yes" | "no" | "done") => {
    setBusy(true);
    try {
      await apiFetch(`/articles/${id}/feedback`, { method: "POST", body });
      setSaid(next);
    } catch (error) {
      toast(errorText(error, words.offline));
    } finally {
      setBusy(false);
    }
  };
  const explain = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    void send({ helpful: false, reason: form.get("reason") ?? "other", comment: form.get("comment") ?? "" }, "done");
  };
  return (
    <section className="fb" aria-label={words.label}>
      <b>{words.question}</b>
      <span className="row" role="group" aria-label={words.question}>
        <Button icon={ThumbsUp} aria-pressed={said === "yes"} aria-disabled={busy} onClick={() => void send({ helpful: true }, "yes")}>
          {words.yes}
        </Button>
        <Button icon={CircleSlash} aria-pressed={said === "no" || said === "done"} aria-disabled={busy} onClick={() => void send({ helpful: false }, "no")}>
          {words.no}
        </Button>
      </span>
      <span className="small mut" role="status">
        {said === "yes" || said === "done" ? words.thanks : solved}
      </span>
      {said === "no" && (
        <form className="fbwhy" onSubmit={explain}>
          <fieldset className="field bare">
            <legend className="lab">{words.why}</legend>
            <div className="steps">
              {Object.entries(words.reasons).map(([reason, label]) => (
                <label key={reason} className="chip">
                  <input type="radio" className="vh" name="reason" value={reason} required />
                  {label}
                </label>
              ))}
            </div>
          </fieldset>
          <label className="vh" htmlFor="fb-comment">
            {words.comment}
          </label>
          <textarea id="fb-comment" name="comment" className="in" rows={2} maxLength={2000} placeholder={`${words.comment} …`} />
          <Button type="submit" busy={busy && words.sending}>
            {words.send}
          </Button>
        </form>
      )}
    </section>
  );
}
