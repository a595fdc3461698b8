"use client";

import { useState } from "react";
import { CallBar } from "@/components/bookings/call-bar";
import { announce } from "@/components/layout/announce";
import { useKeys } from "@/components/layout/use-keys";
import { refreshWork } from "@/components/presence/work-store";
import { errorText } from "@/components/ui/api";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { ArrowLeft, BadgeCheck, Check, CornerUpRight, Hand, Info, RotateCcw } from "@/components/ui/icons";
import { Segment } from "@/components/ui/segment";
import { toast } from "@/components/ui/toast";
import { formatDate } from "@/lib/platform/i18n/format";
import type { DepartmentRef } from "@/lib/conversations/conversation-view";
import type { UsableMacro } from "@/lib/macros/list-macros";
import type { Locale } from "@/lib/platform/i18n/locale";
import { reopenConversation, takeConversation } from "./chat-api";
import { ChatFacts } from "./chat-facts";
import { ChatLines } from "./chat-lines";
import { CloseDialog } from "./close-dialog";
import { ConsoleComposer, type Mode } from "./console-composer";
import { type ConsoleText, consoleTexts } from "./console-texts";
import { CustomerPanel } from "./customer-panel";
import { firstName } from "./first-name";
import { MessageList } from "./message-list";
import { PacketPanel } from "./packet-panel";
import { PublicPart } from "./public-part";
import { Scrolling } from "./scrolling";
import { TransferDialog } from "./transfer-dialog";
import { type ConversationLine, type Snapshot, useConversation } from "./use-conversation";
import { useWatched } from "./use-watched";
import { useKeptText } from "./use-kept-text";

/** What the customer is told can be taken back for so long; nobody sees it before. */
const UNDO_MS = 5_000;

export type Pane = "list" | "chat" | "packet";
type ConsoleChatProps = {
  locale: Locale;
  t: ConsoleText;
  me: { id: number; displayName: string };
  macros: UsableMacro[];
  departments: DepartmentRef[];
  initial: Snapshot;
  now: number;
  /** Whoever steps through the list by keys goes on doing so. */
  takesFocus: boolean;
  onPane: (pane: Pane) => void;
};

/** One conversation in the console, with its packet beside it. */
export function ConsoleChat({ locale, t, me, macros, departments, initial, now, takesFocus, onPane }: ConsoleChatProps) {
  const chat = useConversation(initial, me.id);
  const [text, setText] = useKeptText(`staff-chat.${initial.view.id}`);
  const [note, setNote] = useKeptText(`staff-note.${initial.view.id}`);
  const [mode, setMode] = useState<Mode>("reply");
  const write = (as: Mode, ...parts: string[]) => {
    (as === "note" ? setNote : setText)(parts.filter(Boolean).join("\n"));
    setMode(as);
  };
  const [dialog, setDialog] = useState<"transfer" | "close" | null>(null);
  const { view, messages } = chat;
  const watched = useWatched(view.id, me.id, initial.view.cursor);
  const [beside, setBeside] = useState<"packet" | "customer">("packet");
  const held = heldOf(chat, (back) => write("reply", back, text));
  /** What was just written is part of it, and could not be sent afterwards. */
  const close = () => {
    held?.sendNow();
    setDialog("close");
  };
  /** A dialog says late that it was closed; by then the next key may have opened another. */
  const leave = (left: typeof dialog) => setDialog((now) => (now === left ? null : now));
  useKeys({
    t: () => view.can.transfer && setDialog("transfer"),
    c: () => view.can.close && close(),
  });
  const name = firstName(view.asker.displayName);
  const changed = () => void chat.refresh().catch(() => undefined);
  const act = async (work: () => Promise<unknown>) => {
    try {
      await work();
    } catch (error) {
      toast(errorText(error, t("room.problem")));
    }
    refreshWork();
    changed();
  };
  return (
    <>
      <section
        className="col cm"
        aria-label={t("console.conversationWith", { name: view.asker.displayName })}
      >
        <div className="ch">
          <IconButton
            className="conback"
            icon={ArrowLeft}
            size={20}
            label={t("console.backToList")}
            onClick={() => onPane("list")}
          />
          <h2 className="cht" lang={view.thread.locale}>
            {view.thread.title}
          </h2>
          <span className="grow" />
          <IconButton
            className="conpkt"
            icon={Info}
            size={20}
            label={t("console.showPacket")}
            onClick={() => onPane("packet")}
          />
          {view.can.take && (
            <Button look="pri" size="d" icon={Hand} onClick={() => void act(() => takeConversation(view.id))}>
              {t("console.take")}
            </Button>
          )}
          {view.can.transfer && (
            <Button size="d" icon={CornerUpRight} onClick={() => setDialog("transfer")}>
              {t("console.transfer")}
            </Button>
          )}
          {view.can.close && (
            <Button size="d" icon={Check} onClick={close}>
              {t("console.close")}
            </Button>
          )}
          {!view.can.close && view.can.publish && !view.publication && (
            <Button size="d" icon={BadgeCheck} onClick={() => setDialog("close")}>
              {t("console.publish")}
            </Button>
          )}
          {view.can.reopen && (
            <Button size="d" icon={RotateCcw} onClick={() => void act(() => reopenConversation(view.id))}>
              {t("console.reopen")}
            </Button>
          )}
        </div>
        <ChatFacts locale={locale} t={t} view={view} me={me.id} now={now} />
        {view.can.call && <CallBar locale={locale} t={t} view={view} act={act} onMade={() => setDialog("close")} now={now} />}
        <ChatLines locale={locale} t={t} view={view} line={chat.line} watched={watched} now={now} act={(work) => void act(work)} />
        <Scrolling label={t("console.log")}>
          <PublicPart locale={locale} t={t} view={view} />
          <MessageList
            locale={locale}
            t={t}
            notes={t}
            label={t("console.log")}
            guideLabel={t("state.guide")}
            me={me.id}
            view={view}
            messages={messages}
            pending={chat.pending}
            typing={chat.typing ? name : null}
            onSendAnyway={chat.sendAnyway}
            onSendNow={chat.sendNow}
            onTakeBack={(clientId) => {
              const isNote = chat.pending.some((entry) => entry.clientId === clientId && entry.visibility === "staff");
              write(isNote ? "note" : "reply", chat.takeBack(clientId), isNote ? note : text);
            }}
          />
        </Scrolling>
        {(view.can.write || view.can.note) && (
          <ConsoleComposer
            key={`${view.id}-${view.can.write}`}
            locale={locale}
            t={t}
            view={view}
            me={me}
            macros={macros}
            departments={departments}
            drafts={{ reply: { text, onText: setText }, note: { text: note, onText: setNote } }}
            mode={mode}
            onMode={setMode}
            held={held}
            takesFocus={takesFocus && view.closedAt === null}
            onSend={(body, visibility) => {
              chat.send(body, visibility, visibility === "all" ? UNDO_MS : 0);
              announce(t("room.message.sending"));
            }}
          />
        )}
      </section>
      <aside className="col cr" aria-label={t("packet.title")} tabIndex={0}>
        <div className="ch">
          <IconButton
            className="conback"
            icon={ArrowLeft}
            size={20}
            label={t("console.backToChat")}
            onClick={() => onPane("chat")}
          />
          <h2 className="vh">{t("packet.title")}</h2>
          <Segment
            label={t("packet.title")}
            items={[
              { label: t("packet.title"), current: beside === "packet", onSelect: () => setBeside("packet") },
              { label: t("customer.title"), current: beside === "customer", onSelect: () => setBeside("customer") },
            ]}
          />
          <span className="grow" />
          {beside === "packet" && view.packet.frozenAt && (
            <span className="small mut">
              {t("packet.frozen", { time: formatDate(locale, new Date(view.packet.frozenAt), "time") })}
            </span>
          )}
        </div>
        {beside === "customer" && <CustomerPanel locale={locale} t={t} view={view} onHeld={changed} />}
        {beside === "packet" && (
          <PacketPanel
            locale={locale}
            t={t}
            packet={view.packet}
            onAsk={(fact) => {
              write("reply", [text.trim(), consoleTexts(view.thread.locale)(`packet.askFor.${fact}`)].filter(Boolean).join(" "));
              onPane("chat");
            }}
          />
        )}
      </aside>
      <TransferDialog
        locale={locale}
        t={t}
        view={view}
        departments={departments}
        me={me.id}
        open={dialog === "transfer"}
        onClose={() => leave("transfer")}
        onDone={changed}
      />
      {dialog === "close" && (
        <CloseDialog
          locale={locale}
          t={t}
          view={view}
          messages={messages}
          open
          onClose={() => leave("close")}
          onDone={changed}
        />
      )}
    </>
  );
}

function heldOf({ pending, takeBack, sendNow }: ConversationLine, onBack: (text: string) => void) {
  const last = pending.findLast(({ holdUntil, state }) => holdUntil !== undefined && state === "queued");
  return last ? { sendNow, takeBack: () => onBack(takeBack(last.clientId)) } : null;
}
