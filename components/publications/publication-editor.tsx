"use client";

import { useState } from "react";
import { type Conversation, draftPublication } from "@/components/conversations/chat-api";
import type { ConsoleText } from "@/components/conversations/console-texts";
import { firstName } from "@/components/conversations/first-name";
import type { ChatMessage } from "@/components/conversations/message-log";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { DialogFields } from "@/components/ui/dialog-fields";
import { TextArea } from "@/components/ui/text-input";
import { useFormAct } from "@/components/ui/use-form-act";
import type { PublicationDraft } from "@/lib/publications/draft-publication";
import { formatDate } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/locale";
import { filesOf, withoutFiles } from "@/lib/platform/markdown/file-lines";
import { draftText } from "./draft-text";

type EditorProps = {
  locale: Locale;
  t: ConsoleText;
  view: Conversation;
  messages: ChatMessage[];
  sendLabel: string;
  onBack: () => void;
  onSend: (publication: { seqs: number[]; body: string }) => Promise<void>;
};

/** First which messages, then the redacted text with all that was taken out, one by one to be put back. */
export function PublicationEditor({ locale, t, view, messages, sendLabel, onBack, onSend }: EditorProps) {
  const [seqs, setSeqs] = useState<number[]>(() => suggested(messages, firstName(view.asker.displayName)));
  const [draft, setDraft] = useState<PublicationDraft | null>(null);
  const [restored, setRestored] = useState<ReadonlySet<number>>(new Set());
  const [body, setBody] = useState("");
  const act = useFormAct(t("room.problem"));
  const make = () =>
    act.send(async () => {
      const made = await draftPublication(
        view.id,
        [...seqs].sort((a, b) => a - b),
      );
      setDraft(made);
      setRestored(new Set());
      setBody(made.body);
    });
  const toggle = (index: number) => {
    if (!draft) return;
    const next = new Set(restored);
    if (!next.delete(index)) next.add(index);
    // Only while the text is still the machine's own; else the one place is exchanged in what was written.
    const untouched = body === draftText(draft, restored);
    const finding = draft.findings[index];
    if (untouched) setBody(draftText(draft, next));
    else if (finding) {
      const [from, to] = next.has(index)
        ? [finding.replacement, finding.original]
        : [finding.original, finding.replacement];
      setBody(body.replace(from, () => to));
    }
    setRestored(next);
  };
  const pickable = messages.filter(({ kind, visibility, body }) => kind === "text" && visibility === "all" && withoutFiles(body) !== "");
  return (
    <DialogFields act={act}>
      {draft === null ? (
        <fieldset className="picks">
          <legend>{t("publish.pick")}</legend>
          <p className="small mut2">{t("publish.pickHint")}</p>
          {pickable.map((message, index) => (
            <Checkbox
              key={message.seq}
              autoFocus={index === 0}
              name={`seq-${message.seq}`}
              checked={seqs.includes(message.seq)}
              onChange={(event) =>
                setSeqs(
                  event.target.checked ? [...seqs, message.seq] : seqs.filter((seq) => seq !== message.seq),
                )
              }
              label={
                <>
                  <b className="small mut2">
                    {message.side === "asker" ? view.asker.displayName : t("room.support")},{" "}
                    {formatDate(locale, new Date(message.createdAt), "time")}
                  </b>{" "}
                  <Words t={t} body={message.body} />
                </>
              }
            />
          ))}
        </fieldset>
      ) : (
        <>
          <p className="small mut2" role="status">
            {t("publish.findings", { count: draft.findings.length })}
          </p>
          <ul className="finds">
            {draft.findings.map((finding, index) => (
              <li key={index}>
                <button
                  type="button"
                  aria-pressed={restored.has(index)}
                  aria-label={t(restored.has(index) ? "publish.remove" : "publish.restore", {
                    text: finding.original,
                  })}
                  onClick={() => toggle(index)}
                >
                  {restored.has(index) ? (
                    <ins>{finding.original}</ins>
                  ) : (
                    <>
                      <del>{finding.original}</del> {finding.replacement}
                    </>
                  )}
                </button>
              </li>
            ))}
          </ul>
          <TextArea
            name="body"
            label={t("publish.body")}
            hint={t("publish.bodyHint")}
            rows={10}
            error={act.errors.body}
            lang={view.thread.locale}
            autoFocus
            value={body}
            onChange={(event) => setBody(event.target.value)}
          />
        </>
      )}
      <div className="da">
        <Button onClick={() => (draft ? setDraft(null) : onBack())}>{t("publish.back")}</Button>
        {draft === null ? (
          <Button
            look="pri"
            disabled={seqs.length === 0}
            busy={act.busy && t("publish.make")}
            onClick={() => void make()}
          >
            {t("publish.make")}
          </Button>
        ) : (
          <Button
            look="pri"
            disabled={body.trim() === ""}
            busy={act.busy && sendLabel}
            onClick={() => void act.send(() => onSend({ seqs, body: body.trim() }))}
          >
            {sendLabel}
          </Button>
        )}
      </div>
    </DialogFields>
  );
}

const link = /\[([^\]]{1,200})\]\([^)\s]*\)/g;

/** Files never become part of what everybody reads. */
function Words({ t, body }: { t: ConsoleText; body: string }) {
  const names = filesOf(body).map(({ name }) => name);
  return (
    <>
      {withoutFiles(body).replace(link, "$1")} {names.length > 0 && <small className="mut2">{t("publish.filesStay", { names: names.join(", ") })}</small>}
    </>
  );
}

/** Usually what the company's side said at the end, longer than a word of thanks and no greeting by name. */
function suggested(messages: ChatMessage[], askerName: string): number[] {
  return messages
    .filter(
      ({ side, kind, visibility, body }) =>
        side === "staff" && kind === "text" && visibility === "all" && withoutFiles(body).length > 60 && !body.includes(askerName),
    )
    .slice(-3)
    .map(({ seq }) => seq);
}
