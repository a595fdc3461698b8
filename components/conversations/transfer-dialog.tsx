"use client";

import { useState } from "react";
import { refreshWork } from "@/components/presence/work-store";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { DialogFields } from "@/components/ui/dialog-fields";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-input";
import { toast } from "@/components/ui/toast";
import { useFormAct } from "@/components/ui/use-form-act";
import type { DepartmentRef } from "@/lib/conversations/conversation-view";
import type { Locale } from "@/lib/platform/i18n/locale";
import { type Conversation, transferConversation } from "./chat-api";
import type { ConsoleText } from "./console-texts";
import { transferTargets } from "./transfer-targets";
import { useColleagues } from "./use-colleagues";

type TransferProps = {
  locale: Locale;
  t: ConsoleText;
  view: Conversation;
  departments: DepartmentRef[];
  me: number;
  open: boolean;
  onClose: () => void;
  onDone: () => void;
};

const NOTE_CHARS = 10;

/** Hands over with a note; the customer hears of it only when somebody is there to take it. */
export function TransferDialog({ locale, t, view, departments, me, open, onClose, onDone }: TransferProps) {
  const agents = useColleagues(open, me);
  const [target, setTarget] = useState("");
  const [note, setNote] = useState("");
  const act = useFormAct(t("room.problem"));
  const options = transferTargets(t, locale, view, departments, agents);
  const send = () => {
    if (!target) return act.refuse({ errors: { target: t("error.chat.transferTarget") } });
    const short = NOTE_CHARS - note.trim().length;
    if (short > 0) return act.refuse({ errors: { note: t("transfer.noteShort", { count: short }) } });
    void act.send(async () => {
      const [kind, name] = [target.slice(0, 1), target.slice(1)];
      await transferConversation(view.id, {
        note: note.trim(),
        ...(kind === "s" ? { skill: name } : kind === "d" ? { departmentId: Number(name) } : { agentId: Number(name) }),
      });
      // A running chat says itself whom it waits for.
      if (view.state !== "active") toast(t("transfer.done"));
      setNote("");
      refreshWork();
      onDone();
      onClose();
    });
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t("transfer.title")}
      actions={
        <>
          <Button onClick={onClose}>{t("transfer.keep")}</Button>
          <Button look="pri" busy={act.busy && t("transfer.send")} onClick={send}>
            {t("transfer.send")}
          </Button>
        </>
      }
    >
      <DialogFields act={act}>
        <Select
          name="target"
          label={t("transfer.to")}
          empty={t("transfer.choose")}
          options={options}
          value={target}
          error={act.errors.target ?? act.errors.agentId}
          onChange={(event) => setTarget(event.target.value)}
        />
        <TextArea
          name="note"
          label={t("transfer.note")}
          hint={t("transfer.noteHint")}
          rows={4}
          value={note}
          error={act.errors.note}
          onChange={(event) => setNote(event.target.value)}
        />
      </DialogFields>
    </Dialog>
  );
}
