"use client";

import { useEffect, useId, useRef, useState, type ReactNode } from "react";
import { IconButton } from "@/components/ui/icon-button";
import type { IconType } from "@/components/ui/icon";
import { AtSign, BookOpen, Zap } from "@/components/ui/icons";
import { moveFocus } from "@/components/layout/menu-keys";
import type { UsableMacro } from "@/lib/macros/list-macros";
import { href, type Locale } from "@/lib/platform/i18n/locale";
import type { ChoiceEntry } from "./choice-menu";
import type { ConsoleText } from "./console-texts";
import { type Guide, useGuides } from "./use-guides";

type GuideMenuProps = {
  t: ConsoleText;
  locale: Locale;
  /** What is asked: its guides are there at once. */
  question: string;
  onInsert: (guide: Guide) => void;
};

/** Guides found by their words; the chosen one becomes a link of its own line. */
export function GuideMenu(props: GuideMenuProps) {
  return (
    <Pop icon={BookOpen} label={props.t("console.insertGuide")}>
      {(close) => <GuideFinder {...props} close={close} />}
    </Pop>
  );
}

function GuideFinder({ t, locale, question, onInsert, close }: GuideMenuProps & { close: () => void }) {
  const [query, setQuery] = useState(question);
  const guides = useGuides(query, locale);
  return (
    <>
      <input
        className="in d"
        type="search"
        aria-label={t("console.findGuide")}
        placeholder={t("console.findGuide")}
        value={query}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setQuery(event.target.value)}
      />
      {guides?.length === 0 && <p className="small mut p-2">{t("console.noGuides")}</p>}
      <ul>
        {guides?.map((guide) => (
          <li key={guide.id}>
            <button
              type="button"
              onClick={() => {
                close();
                onInsert(guide);
              }}
            >
              <BookOpen size={16} />
              {guide.title}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Saved replies, with the names of this conversation filled in. */
export function MacroMenu({
  t,
  locale,
  macros,
  text,
  onInsert,
}: {
  t: ConsoleText;
  locale: Locale;
  macros: UsableMacro[];
  /** What is written already. */
  text: string;
  onInsert: (macro: UsableMacro) => void;
}) {
  const page = href(locale, "/staff/macros");
  return (
    <Pop icon={Zap} label={t("console.macros")}>
      {(close) => (
        <ul>
          {macros.map((macro) => (
            <li key={macro.id}>
              <button
                type="button"
                onClick={() => {
                  close();
                  onInsert(macro);
                }}
              >
                {macro.name[locale]} {macro.state !== "approved" && <span className="mut">{t(`macros.state.${macro.state}`)}</span>}
              </button>
            </li>
          ))}
          {text.trim() && (
            <li className="border-t border-[var(--line)]">
              <a href={`${page}?new=1&text=${encodeURIComponent(text.trim())}`}>{t("macros.save")}</a>
            </li>
          )}
          <li>
            <a href={page}>{t("macros.all")}</a>
          </li>
        </ul>
      )}
    </Pop>
  );
}

/** Whom one can ask beside the customer. */
export function MentionMenu({ t, entries, onInsert }: { t: ConsoleText; entries: ChoiceEntry[]; onInsert: (words: string) => void }) {
  return (
    <Pop icon={AtSign} label={t("console.mention")}>
      {(close) => (
        <ul>
          {entries.map(({ key, name, text, hint }) => (
            <li key={key}>
              <button
                type="button"
                onClick={() => {
                  close();
                  onInsert(text);
                }}
              >
                {name} <span className="mut">{hint}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </Pop>
  );
}

function Pop({
  icon,
  label,
  children,
}: {
  icon: IconType;
  label: string;
  children: (close: () => void) => ReactNode;
}) {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLSpanElement>(null);
  const id = useId();
  useEffect(() => {
    if (!open) return;
    box.current?.querySelector<HTMLElement>(".menu :is(input, button, a)")?.focus();
    const onPress = (event: Event) => {
      if (event instanceof KeyboardEvent && event.key !== "Escape") return box.current && moveFocus(box.current, event);
      if (event instanceof MouseEvent && box.current?.contains(event.target as Node)) return;
      setOpen(false);
      if (event instanceof KeyboardEvent) box.current?.querySelector<HTMLElement>(".iact")?.focus();
    };
    document.addEventListener("keydown", onPress);
    document.addEventListener("mousedown", onPress);
    return () => {
      document.removeEventListener("keydown", onPress);
      document.removeEventListener("mousedown", onPress);
    };
  }, [open]);
  return (
    <span className="cpop" ref={box}>
      <IconButton
        icon={icon}
        size={18}
        label={label}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      />
      {open && (
        <div className="menu" id={id}>
          {children(() => setOpen(false))}
        </div>
      )}
    </span>
  );
}
