"use client";

import { useState } from "react";
import { apiFetch, errorText } from "@/components/ui/api";
import { Button } from "@/components/ui/button";
import { Mail } from "@/components/ui/icons";
import { toast } from "@/components/ui/toast";
import type { RoomText } from "./room-texts";

/** What was said, to one's own address. */
export function MailTranscript({ t, conversationId }: { t: RoomText; conversationId: number }) {
  const [busy, setBusy] = useState(false);
  const send = async () => {
    setBusy(true);
    try {
      await apiFetch(`/conversations/${conversationId}/transcript`, { method: "POST" });
      toast(t("room.closed.transcriptSent"));
    } catch (error) {
      toast(errorText(error, t("room.problem")));
    }
    setBusy(false);
  };
  return (
    <Button look="ghost" icon={Mail} disabled={busy} onClick={() => void send()}>
      {t("room.closed.transcriptMail")}
    </Button>
  );
}
