"use client";

import { useState } from "react";
import { ApiError, errorText, type FieldErrors } from "@/components/ui/api";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Lock } from "@/components/ui/icons";
import { Note } from "@/components/ui/note";
import { TextArea } from "@/components/ui/text-input";
import { type Conversation, holdConversation } from "./chat-api";
import type { ConsoleText } from "./console-texts";

/** Keeps what was said here from being deleted, with the reason. */
export function HoldButton({ t, view, onHeld }: { t: ConsoleText; view: Conversation; onHeld: () => void }) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const [ofCustomer, setOfCustomer] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const [errors, setErrors] = useState<FieldErrors>({});
  const hold = async () => {
    setBusy(true);
    setProblem("");
    setErrors({});
    try {
      await holdConversation(view.id, { reason, ofCustomer });
      setOpen(false);
      setReason("");
      onHeld();
    } catch (error) {
      if (error instanceof ApiError) setErrors(error.fields);
      setProblem(errorText(error, t("room.problem")));
    }
    setBusy(false);
  };
  return (
    <>
      <Button size="d" icon={Lock} onClick={() => setOpen(true)}>
        {t("hold.open")}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={t("hold.title")}
        actions={
          <>
            <Button onClick={() => setOpen(false)}>{t("common.cancel")}</Button>
            <Button look="pri" busy={busy && t("common.saving")} onClick={() => void hold()}>
              {t("hold.save")}
            </Button>
          </>
        }
      >
        <div className="dform">
          <p>{t("hold.text")}</p>
          {problem && !errors.reason && (
            <Note kind="bad" live>
              {problem}
            </Note>
          )}
          <TextArea
            name="reason"
            label={t("hold.reason")}
            hint={t("hold.reasonHint")}
            rows={3}
            value={reason}
            error={errors.reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <Checkbox
            name="ofCustomer"
            label={t("hold.ofCustomer", { name: view.asker.displayName })}
            checked={ofCustomer}
            onChange={(event) => setOfCustomer(event.target.checked)}
          />
        </div>
      </Dialog>
    </>
  );
}
