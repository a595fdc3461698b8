import { useEffect, useId, useState, type KeyboardEvent } from "react";
import type { Locale } from "@/lib/platform/i18n/locale";
import type { SlashEntry } from "./slash-menu";
import { type Guide, useGuides } from "./use-guides";

const SHOWN = 8;

/** "/hose" at the beginning of a reply: saved replies and guides with these words, chosen with the arrows. */
export function useSlash(text: string, macros: SlashEntry[], locale: Locale, onPick: (entry: SlashEntry) => void) {
  const typed = /^\/([^\n]{0,60})$/.exec(text)?.[1]?.toLowerCase() ?? null;
  const guides = useGuides(typed ?? "", locale);
  const [active, setActive] = useState(0);
  const [closed, setClosed] = useState("");
  const id = useId();
  const words = typed?.split(/\s+/) ?? [];
  const found = macros.filter(({ name, text }) => words.every((word) => `${name} ${text}`.toLowerCase().includes(word)));
  const entries = [...found, ...(guides ?? []).map(entryOf)].slice(0, SHOWN);
  const open = typed !== null && closed !== text;
  useEffect(() => setActive(0), [typed]);
  const onKey = (event: KeyboardEvent): boolean => {
    if (!open || event.nativeEvent.isComposing) return false;
    const entry = entries[active];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && entries.length > 0) setActive((active + step + entries.length) % entries.length);
    else if ((event.key === "Enter" || event.key === "Tab") && entry) onPick(entry);
    else if (event.key === "Escape") setClosed(text);
    else return false;
    event.preventDefault();
    return true;
  };
  const field = open ? { "aria-controls": id, "aria-activedescendant": entries[active] ? `${id}-${active}` : undefined } : {};
  return { open, id, entries, active, onKey, field };
}

function entryOf({ id, title, url }: Guide): SlashEntry {
  return { key: `g${id}`, kind: "guide", name: title, text: `[${title}](${new URL(url, location.href).pathname})` };
}
