"use client";

import { useEffect, useState } from "react";
import { href, type Locale } from "@/lib/platform/i18n/locale";
import { Branch } from "./branch";
import { getConversation, listMessages } from "./chat-api";
import { roomTexts } from "./room-texts";
import { type Snapshot, useConversation } from "./use-conversation";
import { useKeptText } from "./use-kept-text";

type LiveBranchProps = { conversationId: number; me: number; locale: string; company: string };

/** The private branch where it leaves the public thread, for the two who are in it. */
export function LiveBranch({ conversationId, me, locale, company }: LiveBranchProps) {
  const [snapshot, setSnapshot] = useState<Snapshot | null>(null);
  useEffect(() => {
    Promise.all([getConversation(conversationId), listMessages(conversationId, 0)]).then(
      ([view, { items }]) => setSnapshot({ view, messages: items }),
      () => undefined,
    );
  }, [conversationId]);
  return snapshot && <Inline locale={locale === "de" ? "de" : "en"} me={me} company={company} initial={snapshot} />;
}

function Inline({ locale, me, company, initial }: { locale: Locale; me: number; company: string; initial: Snapshot }) {
  const t = roomTexts(locale);
  const room = useConversation(initial, me);
  const [text, setText] = useKeptText(`chat.${initial.view.id}`);
  const whole = initial.view.side === "asker" ? `/chat/${initial.view.id}` : `/staff/inbox?c=${initial.view.id}`;
  return (
    <li className="brli">
      <div />
      <Branch locale={locale} t={t} me={me} company={company} room={room} text={text} onText={setText}>
        <a className="lk" href={href(locale, whole)}>
          {t("room.openWhole")}
        </a>
      </Branch>
    </li>
  );
}
