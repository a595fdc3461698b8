"use client";

import { useState } from "react";
import { refreshWork } from "@/components/presence/work-store";
import { PublicationEditor } from "@/components/publications/publication-editor";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { DialogFields } from "@/components/ui/dialog-fields";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { toast } from "@/components/ui/toast";
import { useFormAct } from "@/components/ui/use-form-act";
import type { Disposition } from "@/lib/conversations/conversation-view";
import type { Locale } from "@/lib/platform/i18n/locale";
import { closeConversation, type CloseRequest, type Conversation, reviewPublication } from "./chat-api";
import type { ConsoleText } from "./console-texts";
import { firstName } from "./first-name";
import { linkedTarget } from "./linked-target";
import type { ChatMessage } from "./message-log";

type CloseProps = {
  locale: Locale;
  t: ConsoleText;
  view: Conversation;
  messages: ChatMessage[];
  open: boolean;
  onClose: () => void;
  onDone: () => void;
};

const dispositions: Disposition[] = ["publish", "linked", "private"];
const reasons = ["personal", "order", "noSolution", "other"] as const;
type Reason = (typeof reasons)[number];

/** No close without knowledge: what becomes of it is said in the same step. */
export function CloseDialog({ locale, t, view, messages, open, onClose, onDone }: CloseProps) {
  // Closed already: only what is published of it is still to be said.
  const [step, setStep] = useState<"choose" | "publish">(view.can.close ? "choose" : "publish");
  const [disposition, setDisposition] = useState<Disposition | null>(null);
  const [link, setLink] = useState("");
  const [reason, setReason] = useState<Reason | "">("");
  const [reasonText, setReasonText] = useState("");
  const act = useFormAct(t("room.problem"));
  const name = firstName(view.asker.displayName);
  const done = () => {
    refreshWork();
    onDone();
    onClose();
  };
  const close = (request: CloseRequest) =>
    act.send(async () => {
      await closeConversation(view.id, request);
      toast(t("close.done"));
      done();
    });
  const go = () => {
    act.refuse({});
    if (disposition === "publish") return setStep("publish");
    if (disposition === "linked") {
      const target = linkedTarget(link, location.origin);
      return target ? void close({ disposition, ...target }) : act.refuse({ errors: { link: t("close.linkWrong") } });
    }
    if (disposition === "private") {
      const words = reason === "other" ? reasonText.trim() : reason ? t(`close.reason.${reason}`) : "";
      return words.length >= 3
        ? void close({ disposition, reason: words })
        : act.refuse({ errors: { reason: t("error.chat.reason") } });
    }
    act.refuse({ problem: t("error.chat.disposition") });
  };
  const publish = async (publication: { seqs: number[]; body: string }) => {
    if (view.can.close) await closeConversation(view.id, { disposition: "publish", publication });
    else await reviewPublication(view.id, publication);
    toast(t("publish.asked", { name }));
    done();
  };
  if (step === "publish") {
    return (
      <Dialog open={open} onClose={onClose} title={t("close.publish")}>
        <PublicationEditor
          locale={locale}
          t={t}
          view={view}
          messages={messages}
          sendLabel={t(view.can.close ? "publish.askAndClose" : "publish.ask")}
          onBack={() => (view.can.close ? setStep("choose") : onClose())}
          onSend={publish}
        />
      </Dialog>
    );
  }
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t("close.title")}
      actions={
        <>
          <Button onClick={onClose}>{t("close.cancel")}</Button>
          <Button look="pri" busy={act.busy && t("close.send")} onClick={go}>
            {t(disposition === "publish" ? "close.next" : "close.send")}
          </Button>
        </>
      }
    >
      <DialogFields act={act}>
        <div role="radiogroup" aria-label={t("close.title")} className="stack8">
          {dispositions.map((choice) => (
            <Checkbox
              key={choice}
              type="radio"
              name="disposition"
              value={choice}
              checked={disposition === choice}
              autoFocus={disposition === choice}
              onChange={() => setDisposition(choice)}
              label={t(`close.${choice}`)}
              hint={t(`close.${choice}Hint`, { name })}
            />
          ))}
        </div>
        {disposition === "linked" && (
          <>
            <TextInput
              name="link"
              label={t("close.link")}
              hint={t("close.linkHint")}
              value={link}
              error={act.errors.link ?? act.errors.linkedAnswerId ?? act.errors.linkedArticleId}
              onChange={(event) => setLink(event.target.value)}
            />
            <Suggestions view={view} onPick={setLink} />
          </>
        )}
        {disposition === "private" && (
          <Select
            name="reason"
            label={t("close.reason")}
            empty={t("transfer.choose")}
            options={reasons.map((value) => ({ value, label: t(`close.reason.${value}`) }))}
            value={reason}
            error={reason === "other" ? undefined : act.errors.reason}
            onChange={(event) => setReason(event.target.value as Reason | "")}
          />
        )}
        {disposition === "private" && reason === "other" && (
          <TextInput
            name="reasonText"
            label={t("close.reasonText")}
            value={reasonText}
            error={act.errors.reason}
            maxLength={500}
            onChange={(event) => setReasonText(event.target.value)}
          />
        )}
      </DialogFields>
    </Dialog>
  );
}

/** Answers to the question itself and the guides the customer has read are the likeliest. */
function Suggestions({ view, onPick }: { view: Conversation; onPick: (address: string) => void }) {
  const { answers = [], articles = [] } = view.packet;
  const found = [
    ...answers.map(({ url, author, text }) => ({ url, label: `${author}: ${text.slice(0, 70)}` })),
    ...articles.map(({ url, title }) => ({ url, label: title })),
  ].slice(0, 6);
  return (
    <ul className="finds">
      {found.map(({ url, label }) => (
        <li key={url}>
          <button type="button" onClick={() => onPick(url)}>
            {label}
          </button>
        </li>
      ))}
    </ul>
  );
}
