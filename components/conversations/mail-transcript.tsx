"use client";

import { apiFetch } from "@/components/ui/api";
import { Button } from "@/components/ui/button";
import { Mail } from "@/components/ui/icons";
import { toast } from "@/components/ui/toast";
import { useAct } from "@/components/ui/use-act";
import type { RoomText } from "./room-texts";

/** What was said, to one's own address. */
export function MailTranscript({ t, conversationId }: { t: RoomText; conversationId: number }) {
  const [busy, act] = useAct(t("room.problem"));
  const send = () =>
    act(async () => {
      await apiFetch(`/conversations/${conversationId}/transcript`, { method: "POST" });
      toast(t("room.closed.transcriptSent"));
    });
  return (
    <Button look="ghost" icon={Mail} disabled={busy} onClick={() => void send()}>
      {t("room.closed.transcriptMail")}
    </Button>
  );
}
