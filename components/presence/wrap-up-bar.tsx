"use client";

import { useEffect, useRef } from "react";
import { extendWrapUp, type PresenceNow } from "@/components/conversations/chat-api";
import type { ConsoleText } from "@/components/conversations/console-texts";
import { announce } from "@/components/layout/announce";
import { useKeys } from "@/components/layout/use-keys";
import { errorText } from "@/components/ui/api";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { formatStopwatch } from "@/lib/platform/i18n/format";
import { declarePresence } from "./use-presence";
import { setWork } from "./work-store";

/** After a chat: how long no offers come, with an early end and, once, more time. */
export function WrapUpBar({ t, presence, now }: { t: ConsoleText; presence: PresenceNow; now: number }) {
  const { wrapUp } = presence;
  const left = wrapUp && Math.max(0, (Date.parse(wrapUp.until) - now) / 1_000);
  const act = (work: Promise<unknown>) => void work.catch((error) => toast(errorText(error, t("room.problem"))));
  const ready = () => act(declarePresence("online"));
  const extend = () => wrapUp?.canExtend && act(extendWrapUp().then((presence) => setWork({ presence })));
  useKeys({ w: ready, e: extend });
  const atStart = useRef(left);
  useEffect(() => {
    if (atStart.current !== null) announce(t("wrapUp.started", { seconds: Math.ceil(atStart.current) }));
    return () => announce(t("wrapUp.over"));
  }, [t]);
  return (
    <section className="wrapup" aria-label={t("console.presence.wrap_up")}>
      <p role="timer">{left === null ? t("wrapUp.open") : t("wrapUp.text", { time: formatStopwatch(left) })}</p>
      <div className="two2">
        <Button size="d" keys="W" aria-keyshortcuts="W" onClick={ready}>
          {t("wrapUp.ready")}
        </Button>
        {wrapUp?.canExtend && (
          <Button look="ghost" size="d" keys="E" aria-keyshortcuts="E" onClick={extend}>
            {t("wrapUp.extend")}
          </Button>
        )}
      </div>
    </section>
  );
}
