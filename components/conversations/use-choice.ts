import { useEffect, useId, useState, type KeyboardEvent } from "react";
import type { ChoiceEntry } from "./choice-menu";

/** A list beside a field that keeps the focus: the arrows move in it, Enter or Tab choose, Escape closes it until more is typed. */
export function useChoice(typed: string | null, entries: ChoiceEntry[], onPick: (entry: ChoiceEntry) => void) {
  const [active, setActive] = useState(0);
  const [closed, setClosed] = useState<string | null>(null);
  const id = useId();
  const open = typed !== null && closed !== typed;
  useEffect(() => {
    setActive(0);
    if (typed === null) setClosed(null);
  }, [typed]);
  const onKey = (event: KeyboardEvent): boolean => {
    if (!open || event.nativeEvent.isComposing) return false;
    const entry = entries[active];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && entries.length > 0) setActive((active + step + entries.length) % entries.length);
    else if ((event.key === "Enter" || event.key === "Tab") && !event.ctrlKey && !event.metaKey && entry) onPick(entry);
    else if (event.key === "Escape") setClosed(typed);
    else return false;
    event.preventDefault();
    return true;
  };
  const field = open ? { "aria-controls": id, "aria-activedescendant": entries[active] ? `${id}-${active}` : undefined } : {};
  return { open, id, entries, active, onKey, onPick, field };
}
