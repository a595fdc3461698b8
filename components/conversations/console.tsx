"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { useKeys } from "@/components/layout/use-keys";
import { refreshWork, useWork, type Work } from "@/components/presence/work-store";
import { errorText } from "@/components/ui/api";
import { toast } from "@/components/ui/toast";
import type { DepartmentRef } from "@/lib/conversations/conversation-view";
import type { UsableMacro } from "@/lib/macros/list-macros";
import type { Locale } from "@/lib/platform/i18n/locale";
import { extendOffer, getConversation, listMessages } from "./chat-api";
import { ConsoleChat, type Pane } from "./console-chat";
import { ConsoleIdle } from "./console-idle";
import { ConsoleList } from "./console-list";
import { type ConsoleText, consoleTexts } from "./console-texts";
import { useNow } from "./use-now";
import type { Snapshot } from "./use-conversation";

type ConsoleProps = {
  locale: Locale;
  me: { id: number; displayName: string };
  now: string;
  macros: UsableMacro[];
  departments: DepartmentRef[];
  first: Partial<Work>;
  initial: Snapshot | null;
};

/** Chats, conversation, packet side by side; on a phone one after the other. */
export function Console({ locale, me, now: from, macros, departments, first, initial }: ConsoleProps) {
  const t = consoleTexts(locale);
  const now = useNow(from);
  const work = useWork(first);
  const { snapshot, selected, loading, select } = useSelected(initial, t);
  const [pane, setPane] = useState<Pane>(initial ? "chat" : "list");
  const [stepping, setStepping] = useState(false);
  usePane(pane);
  const open = useCallback(
    (id: number) => {
      setPane("chat");
      void select(id);
      // Reading what is offered earns half a minute more, once.
      const offered = work.offers.find(({ conversationId }) => conversationId === id);
      if (offered) void extendOffer(offered.id).then(() => refreshWork("offers"), () => undefined);
    },
    [select, work.offers],
  );
  const choose = (id: number) => {
    setStepping(false);
    open(id);
  };
  /** As the rows stand; the focus goes along, so that the next key steps on. */
  const step = (by: number) => {
    const rows = [...document.querySelectorAll<HTMLElement>(".clist > button")];
    const at = rows.findIndex((row) => row.getAttribute("aria-current") === "true");
    const next = rows[at < 0 && by < 0 ? rows.length - 1 : (at + by + rows.length) % rows.length];
    next?.click();
    next?.focus();
    setStepping(true);
  };
  useKeys({ j: () => step(1), k: () => step(-1) });
  return (
    <>
      <h1 className="vh">{t("console.title")}</h1>
      <ConsoleList locale={locale} t={t} work={work} now={now} selected={selected} onSelect={choose} />
      {snapshot ? (
        <ConsoleChat
          key={snapshot.view.id}
          locale={locale}
          t={t}
          me={me}
          macros={macros}
          departments={departments}
          initial={snapshot}
          now={now}
          takesFocus={!stepping}
          onPane={setPane}
        />
      ) : (
        <ConsoleIdle locale={locale} t={t} work={work} now={now} loading={loading} />
      )}
    </>
  );
}

/** The chosen conversation, in the address too, so that a reload finds it again. */
function useSelected(initial: Snapshot | null, t: ConsoleText) {
  const [snapshot, setSnapshot] = useState(initial);
  const [selected, setSelected] = useState(initial?.view.id ?? null);
  const wanted = useRef(selected);
  const select = useCallback(
    async (id: number) => {
      wanted.current = id;
      setSelected(id);
      try {
        const [view, list] = await Promise.all([getConversation(id), listMessages(id, 0)]);
        if (wanted.current !== id) return;
        setSnapshot({ view, messages: list.items });
        const address = new URL(location.href);
        address.searchParams.set("c", String(id));
        history.replaceState(history.state, "", address);
      } catch (error) {
        toast(errorText(error, t("room.problem")));
        if (wanted.current === id) setSelected(null);
      }
    },
    [t],
  );
  return { snapshot, selected, select, loading: selected !== null && snapshot === null };
}

/** The columns are children of <main>, which the page draws. */
function usePane(pane: Pane): void {
  useEffect(() => {
    const main = document.getElementById("main");
    if (main) main.dataset.pane = pane;
  }, [pane]);
}
