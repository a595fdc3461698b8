"use client";

import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { useKeys } from "@/components/layout/use-keys";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Eye, History, X } from "@/components/ui/icons";
import { Segment } from "@/components/ui/segment";
import type { DepartmentRef, Visibility } from "@/lib/conversations/conversation-view";
import type { UsableMacro } from "@/lib/macros/list-macros";
import type { Locale } from "@/lib/platform/i18n/locale";
import { rich } from "@/lib/platform/i18n/rich";
import { alreadySaid } from "@/lib/platform/language/already-said";
import type { Conversation } from "./chat-api";
import { firstName } from "./first-name";
import type { ConsoleText } from "./console-texts";
import { fillMacro, type MacroValues, unfilled } from "./fill-macro";
import { GuideMenu, MacroMenu, MentionMenu } from "./insert-menu";
import { GuideCards, MessageText } from "./message-text";
import { FileButton, FileTray } from "./file-tray";
import { SlashMenu, type SlashEntry } from "./slash-menu";
import { useFiles } from "./use-files";
import { useSlash } from "./use-slash";
import { useTypingNews } from "./use-typing";

type ConsoleComposerProps = {
  locale: Locale;
  t: ConsoleText;
  view: Conversation;
  agentName: string;
  macros: UsableMacro[];
  departments: DepartmentRef[];
  text: string;
  onText: (text: string) => void;
  onSend: (text: string, visibility: Visibility) => void;
  /** The last one that is held back, if any. */
  held: { takeBack: () => void; sendNow: () => void } | null;
  takesFocus: boolean;
};

const MESSAGE_CHARS = 8_000;

/** Reply or note. What the customer has said already is shown before it is asked again. */
export function ConsoleComposer({
  locale,
  t,
  view,
  agentName,
  macros,
  departments,
  text,
  onText,
  onSend,
  held,
  takesFocus,
}: ConsoleComposerProps) {
  const [asNote, setAsNote] = useState(false);
  const [dismissed, setDismissed] = useState("");
  const field = useRef<HTMLTextAreaElement>(null);
  const tellTyping = useTypingNews(view.id);
  const note = asNote || !view.can.write;
  const name = firstName(view.asker.displayName);
  const said = note
    ? null
    : alreadySaid(text, { facts: view.packet.facts ?? [], tried: view.packet.tried ?? [] });
  const files = useFiles({ conversationId: view.id, t, text, onText, onArrived: () => send() });
  const whole = note ? text.trim() : files.whole;
  const over = whole.length - MESSAGE_CHARS;
  const [preview, setPreview] = useState(false);
  const [refused, setRefused] = useState("");
  const values = valuesOf(view, agentName);
  const pick = ({ text: words }: SlashEntry) => {
    onText(words);
    field.current?.focus();
  };
  const slash = useSlash(
    note ? "" : text,
    macros.map(({ id, name, body }) => ({ key: `m${id}`, kind: "macro", name: name[locale], text: fillMacro(body[view.thread.locale], values) })),
    view.thread.locale,
    pick,
  );
  useEffect(() => {
    if (takesFocus && matchMedia("(pointer: fine)").matches) field.current?.focus();
  }, [view.id, takesFocus]);
  const write = (as: "note" | "reply") => {
    setAsNote(as === "note");
    field.current?.focus();
  };
  useKeys({ r: () => write("reply"), n: () => write("note") });
  const insert = (words: string) => {
    onText(text.trim() ? `${text.trimEnd()}\n${words}` : words);
    field.current?.focus();
  };
  const send = () => {
    field.current?.focus();
    if (!note && files.loading) return files.sendWhenArrived();
    if (!whole) held?.sendNow();
    if (!whole || over > 0) return;
    const gap = note ? null : unfilled(text);
    setRefused(gap ? t("console.fillIn", { gap }) : "");
    if (gap) return;
    setPreview(false);
    onSend(whole, note ? "staff" : "all");
    if (!note) files.clear();
    onText("");
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (slash.onKey(event)) return;
    if (event.key === "z" && (event.ctrlKey || event.metaKey) && text === "" && held) {
      event.preventDefault();
      return held.takeBack();
    }
    // The keys of the console are silent in a field: this is the way out of it.
    if (event.key === "Escape" && !event.nativeEvent.isComposing) return field.current?.closest("section")?.querySelector<HTMLElement>(".clog")?.focus();
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    // A key that is held down must not cut the time for taking it back.
    if (!event.repeat) send();
  };
  return (
    <form
      className="cc"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {said && dismissed !== said.value && (
        <div className="rep" role="status">
          <History size={18} />
          <span>
            {rich(said.question === "tried" ? t("console.alreadyTried", said) : t("console.alreadySaid", { ...said, label: said.question }), {
              b: (value) => <b>{value}</b>,
            })}
          </span>
          <span className="row">
            <Button
              look="ghost"
              size="d"
              onClick={() => insert(said.question === "tried" ? said.value : `${said.question}: ${said.value}`)}
            >
              {t("console.insert")}
            </Button>
            <IconButton
              icon={X}
              size={18}
              label={t("console.dismiss")}
              onClick={() => setDismissed(said.value)}
            />
          </span>
        </div>
      )}
      {slash.open && <SlashMenu t={t} id={slash.id} entries={slash.entries} active={slash.active} onPick={pick} />}
      {preview && text.trim() && (
        <div className="cprev" aria-label={t("console.preview")} role="region">
          <MessageText body={text} />
          <GuideCards body={text} locale={view.thread.locale} label={t("state.guide")} />
        </div>
      )}
      <div className={note ? "composer asnote" : "composer"} {...(!note && files.drop)}>
        {!note && <FileTray t={t} files={files} />}
        <textarea
          ref={field}
          className="txt"
          rows={2}
          spellCheck
          lang={note ? locale : view.thread.locale}
          {...slash.field}
          aria-label={note ? t("console.noteLabel") : t("console.replyTo", { name })}
          placeholder={note ? t("console.askNote") : t("console.replyTo", { name })}
          aria-keyshortcuts="Control+Enter Meta+Enter"
          value={text}
          aria-invalid={over > 0 || undefined}
          onChange={(event) => {
            onText(event.target.value);
            if (!note && event.target.value.trim()) tellTyping();
          }}
          onKeyDown={onKeyDown}
          onPaste={note ? undefined : files.onPaste}
        />
        <div className="cf">
          <Segment
            label={t("console.mode")}
            items={[
              ...(view.can.write
                ? [{ label: t("console.reply"), current: !note, onSelect: () => write("reply") }]
                : []),
              { label: t("console.noteTab"), current: note, onSelect: () => write("note") },
            ]}
          />
          {note && <MentionMenu t={t} locale={locale} departments={departments} onInsert={(slug) => insert(`@${slug} `)} />}
          {!note && (
            <>
              <FileButton t={t} files={files} />
              <GuideMenu
                t={t}
                locale={view.thread.locale}
                question={view.thread.title}
                onInsert={({ title, url }) => insert(`[${title}](${pathOf(url)})`)}
              />
              <MacroMenu
                t={t}
                locale={locale}
                macros={macros}
                text={text}
                onInsert={(macro) => insert(fillMacro(macro.body[view.thread.locale], values))}
              />
              <IconButton icon={Eye} size={18} label={t("console.preview")} aria-pressed={preview} onClick={() => setPreview(!preview)} />
            </>
          )}
          <span className="grow">
            {over > 0 && (
              <span className="err" role="alert">
                {t("room.message.tooLong", { count: over })}
              </span>
            )}
            {refused && (
              <span className="err" role="alert">
                {refused}
              </span>
            )}
            {note && <span className="small mut">{t("console.noteHint")}</span>}
            {!note && held && text === "" && <span className="small mut heldhint">{t("console.heldHint")}</span>}
          </span>
          <Button type="submit" look="pri" size="d" keys="⌘↵">
            {note ? t("console.saveNote") : t("console.send")}
          </Button>
        </div>
      </div>
    </form>
  );
}

function valuesOf({ asker, packet, thread }: Conversation, agentName: string): MacroValues {
  const fact = (label: RegExp) => packet.facts?.find((known) => label.test(known.label))?.value ?? null;
  return {
    customer: asker.displayName,
    firstName: firstName(asker.displayName),
    agent: agentName,
    appliance: fact(/ger[äa]t|appliance|model/i),
    error: fact(/fehler|error/i),
    question: thread.title,
  };
}

function pathOf(url: string): string {
  const { pathname } = new URL(url, location.href);
  return pathname;
}
