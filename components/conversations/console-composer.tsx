"use client";

import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { useKeys } from "@/components/layout/use-keys";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Eye } from "@/components/ui/icons";
import { Segment } from "@/components/ui/segment";
import type { DepartmentRef, Visibility } from "@/lib/conversations/conversation-view";
import type { UsableMacro } from "@/lib/macros/list-macros";
import type { Locale } from "@/lib/platform/i18n/locale";
import type { Conversation } from "./chat-api";
import { type ChoiceEntry, ChoiceMenu } from "./choice-menu";
import { firstName } from "./first-name";
import type { ConsoleText } from "./console-texts";
import { fillMacro, type MacroValues, unfilled } from "./fill-macro";
import { GuideMenu, MacroMenu, MentionMenu } from "./insert-menu";
import { GuideCards, MessageText } from "./message-text";
import { FileButton, FileTray } from "./file-tray";
import { SaidHint } from "./said-hint";
import { useColleagues } from "./use-colleagues";
import { useFiles } from "./use-files";
import { useMention } from "./use-mention";
import { useSlash } from "./use-slash";
import { useTypingNews } from "./use-typing";

export type Mode = "reply" | "note";
type Draft = { text: string; onText: (text: string) => void };

type ConsoleComposerProps = {
  locale: Locale;
  t: ConsoleText;
  view: Conversation;
  me: { id: number; displayName: string };
  macros: UsableMacro[];
  departments: DepartmentRef[];
  /** Each is kept for itself: what was meant for colleagues never stands in a reply. */
  drafts: Record<Mode, Draft>;
  mode: Mode;
  onMode: (mode: Mode) => void;
  onSend: (text: string, visibility: Visibility) => void;
  /** The last one that is held back, if any. */
  held: { takeBack: () => void; sendNow: () => void } | null;
  takesFocus: boolean;
};

const MESSAGE_CHARS = 8_000;

/** Reply or note. */
export function ConsoleComposer({
  locale,
  t,
  view,
  me,
  macros,
  departments,
  drafts,
  mode,
  onMode,
  onSend,
  held,
  takesFocus,
}: ConsoleComposerProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const tellTyping = useTypingNews(view.id);
  const note = mode === "note" || !view.can.write;
  const { text, onText } = drafts[note ? "note" : "reply"];
  const name = firstName(view.asker.displayName);
  const files = useFiles({ conversationId: view.id, t, ...drafts.reply, onArrived: () => !note && send() });
  const whole = note ? text.trim() : files.whole;
  const over = whole.length - MESSAGE_CHARS;
  const [preview, setPreview] = useState(false);
  const [refused, setRefused] = useState("");
  const values = valuesOf(view, me.displayName);
  const saved = macros.map(({ id, name, body }): ChoiceEntry => {
    const words = fillMacro(body[view.thread.locale], values);
    return { key: `m${id}`, kind: "macro", name: name[locale], text: words, hint: words };
  });
  const colleagues = useColleagues(note, me.id);
  const askable = [...departments.map(({ slug, name }) => ({ name: slug, shown: name[locale] })), ...colleagues.map(({ name, displayName }) => ({ name, shown: displayName }))];
  const asked = askable.map(({ name, shown }): ChoiceEntry => ({ key: name, kind: "colleague", name: shown, text: `@${name} `, hint: `@${name}` }));
  const slash = useSlash(note ? "" : text, saved, t("state.guide"), view.thread.locale, ({ text: words }) => onText(words));
  const mention = useMention(note ? text : "", asked, field);
  const choice = note ? mention : slash;
  useEffect(() => {
    if (takesFocus && matchMedia("(pointer: fine)").matches) field.current?.focus();
  }, [view.id, takesFocus]);
  const write = (as: Mode) => {
    onMode(as);
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
    if (choice.onKey(event)) return;
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
      {!note && <SaidHint t={t} packet={view.packet} text={text} onInsert={insert} />}
      {choice.open && (
        <ChoiceMenu
          label={t(note ? "console.mentionList" : "console.slash")}
          none={t(note ? "console.mentionNone" : "console.slashNone")}
          id={choice.id}
          entries={choice.entries}
          active={choice.active}
          onPick={choice.onPick}
        />
      )}
      {!note && preview && text.trim() && (
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
          {...choice.field}
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
          {note && <MentionMenu t={t} entries={asked} onInsert={insert} />}
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
            {note && mention.unknown.map((name) => (
              <span key={name} className="err" role="status">
                {t("console.mentionUnknown", { name })}
              </span>
            ))}
            {note && mention.unknown.length === 0 && <span className="small mut">{t("console.noteHint")}</span>}
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
