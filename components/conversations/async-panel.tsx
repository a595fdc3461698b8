"use client";

import { CallPicker } from "@/components/bookings/call-picker";
import { ActionButton } from "@/components/ui/action-button";
import { Mail, Phone, Radio, X } from "@/components/ui/icons";
import { useAct } from "@/components/ui/use-act";
import type { Choice } from "@/lib/conversations/conversation-view";
import type { Locale } from "@/lib/platform/i18n/locale";
import { changeChoice, type Conversation, leaveQueue } from "./chat-api";
import type { RoomText } from "./room-texts";
import { useAvailability } from "./use-availability";

/** A call back or a message: nobody waits at the screen, everything said stays here. */
export function AsyncPanel({
  locale,
  t,
  view,
  onChanged,
}: {
  locale: Locale;
  t: RoomText;
  view: Conversation;
  onChanged: () => void;
}) {
  const [busy, attempt] = useAct(t("room.problem"));
  // A chat is only offered while somebody is there.
  const [availability] = useAvailability({ threadId: view.thread.id, departmentId: view.department.id, first: null, cursor: view.cursor });
  const kind = view.choice === "callback" ? "callback" : "message";
  const asksForTime = kind === "callback" && !view.call;
  const act = (work: () => Promise<unknown>) => attempt(work).then(onChanged);
  const ways: { choice: Choice; icon: typeof Mail }[] = [
    { choice: "chat", icon: Radio },
    { choice: "callback", icon: Phone },
    { choice: "message", icon: Mail },
  ];
  return (
    <section className="wait">
      <h2 className="rng">{t(asksForTime ? "room.call.when" : `room.async.${kind}`)}</h2>
      {!view.call && <p className="mut2 mt-1">{t(`room.async.${kind}Text`)}</p>}
      {kind === "callback" && view.can.changeChoice && (
        <CallPicker locale={locale} t={t} conversationId={view.id} onChanged={onChanged} />
      )}
      <div className="wacts mt-2">
        {view.can.changeChoice &&
          ways
            .filter(({ choice }) => choice !== kind && availability?.choices.includes(choice))
            .map(({ choice, icon }) => (
              <ActionButton
                key={choice}
                icon={icon}
                disabled={busy}
                onClick={() => void act(() => changeChoice(view.id, choice))}
              >
                {t(`room.wait.${choice}`)}
              </ActionButton>
            ))}
        {view.can.leave && (
          <ActionButton icon={X} disabled={busy} onClick={() => void act(() => leaveQueue(view.id))}>
            {t("room.async.withdraw")}
          </ActionButton>
        )}
      </div>
    </section>
  );
}
