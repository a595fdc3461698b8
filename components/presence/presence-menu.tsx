"use client";

import type { ConsoleText } from "@/components/conversations/console-texts";
import type { PresenceNow } from "@/components/conversations/chat-api";
import { Check, ChevronDown } from "@/components/ui/icons";
import { Menu, MenuItem } from "@/components/ui/menu";
import { Presence, type PresenceState as Shape } from "@/components/ui/presence";
import { toast } from "@/components/ui/toast";
import type { DeclaredPresence, PresenceState } from "@/lib/presence/presence-view";
import { NoticeItems } from "./notice-items";
import { declarePresence } from "./use-presence";

const shapes: Record<PresenceState, Shape> = {
  online: "online",
  away: "away",
  break: "break",
  wrap_up: "break",
  draining: "full",
  offline: "offline",
  not_responding: "notResponding",
  disconnected: "lost",
};
const choices: DeclaredPresence[] = ["online", "away", "break", "wrap_up", "draining", "offline"];

/** The agent's own word on whether they are there. */
export function PresenceMenu({ t, presence }: { t: ConsoleText; presence: PresenceNow | null }) {
  const state = presence?.state ?? "offline";
  const label = t(`console.presence.${state}`);
  const declare = (choice: DeclaredPresence) =>
    declarePresence(choice).catch((error: Error) => toast(error.message || t("room.problem")));
  return (
    <Menu
      label={t("console.presence", { state: label })}
      triggerClass="prs"
      className="prsm"
      trigger={
        <>
          <Presence state={shapes[state]} />
          {label}
          <ChevronDown size={16} />
        </>
      }
    >
      {choices.map((choice) => (
        <MenuItem key={choice} onClick={() => void declare(choice)} aria-pressed={choice === state}>
          <Presence state={shapes[choice]} />
          {t(`console.presence.${choice}`)}
          {choice === state && <Check size={16} className="ms-auto" />}
        </MenuItem>
      ))}
      <NoticeItems t={t} />
    </Menu>
  );
}
