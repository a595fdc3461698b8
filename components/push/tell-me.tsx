"use client";

import { useEffect, useState } from "react";
import type { RoomText } from "@/components/conversations/room-texts";
import { ActionButton } from "@/components/ui/action-button";
import { Bell, BellOff } from "@/components/ui/icons";
import { pushState, startPush, stopPush } from "./push-browser";

type State = Awaited<ReturnType<typeof pushState>> | "failed" | "busy" | null;

type TellMeProps = { t: RoomText; say?: (state: "unable" | "refused" | "off" | "on" | "failed") => string };

/** How one is called back after closing the page: on this device if wanted, by mail in any case. */
export function TellMe({ t, say = (state) => t(`room.push.${state}`) }: TellMeProps) {
  const [state, setState] = useState<State>(null);
  useEffect(() => {
    pushState().then(setState, () => setState("unable"));
  }, []);
  if (state === null) return null;
  const change = (work: () => Promise<State>) => {
    setState("busy");
    work().then(setState, () => setState("failed"));
  };
  const stop = () => change(async () => (await stopPush(), "off"));
  return (
    <div className="tellme">
      <p className="small mut2" aria-live="polite">
        {say(state === "busy" ? "off" : state)}
      </p>
      {state === "on" ? (
        <ActionButton icon={BellOff} onClick={stop}>
          {t("room.push.stop")}
        </ActionButton>
      ) : (
        (state === "off" || state === "busy") && (
          <ActionButton icon={Bell} disabled={state === "busy"} onClick={() => change(startPush)}>
            {t("room.push.start")}
          </ActionButton>
        )
      )}
    </div>
  );
}
