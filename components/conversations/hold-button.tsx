"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { DialogFields } from "@/components/ui/dialog-fields";
import { Lock } from "@/components/ui/icons";
import { TextArea } from "@/components/ui/text-input";
import { useFormAct } from "@/components/ui/use-form-act";
import { type Conversation, holdConversation } from "./chat-api";
import type { ConsoleText } from "./console-texts";

/** Keeps what was said here from being deleted, with the reason. */
export function HoldButton({ t, view, onHeld }: { t: ConsoleText; view: Conversation; onHeld: () => void }) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const [ofCustomer, setOfCustomer] = useState(false);
  const act = useFormAct(t("room.problem"));
  const hold = () =>
    act.send(async () => {
      await holdConversation(view.id, { reason, ofCustomer });
      setOpen(false);
      setReason("");
      onHeld();
    });
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
            <Button look="pri" busy={act.busy && t("common.saving")} onClick={() => void hold()}>
              {t("hold.save")}
            </Button>
          </>
        }
      >
        <DialogFields act={act}>
          <p>{t("hold.text")}</p>
          <TextArea
            name="reason"
            label={t("hold.reason")}
            hint={t("hold.reasonHint")}
            rows={3}
            value={reason}
            error={act.errors.reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <Checkbox
            name="ofCustomer"
            label={t("hold.ofCustomer", { name: view.asker.displayName })}
            checked={ofCustomer}
            onChange={(event) => setOfCustomer(event.target.checked)}
          />
        </DialogFields>
      </Dialog>
    </>
  );
}
