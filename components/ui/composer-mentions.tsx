import { useEffect, useId, useState, type RefObject } from "react";
import { apiFetch } from "./api";
import { Avatar } from "./avatar";
import { applyEdit, mentionAt } from "./composer-edit";

type Mentioned = { id: number; name: string; displayName: string; role?: string; avatarUrl?: string | null };

/** Offers members while "@na" is being typed. The field keeps the focus; arrows and Enter choose. */
export function ComposerMentions({
  field,
  label,
}: {
  field: RefObject<HTMLTextAreaElement | null>;
  label: string;
}) {
  const listId = useId();
  const [prefix, setPrefix] = useState<string | null>(null);
  const [items, setItems] = useState<Mentioned[]>([]);
  const [chosen, setChosen] = useState(0);
  const open = prefix !== null && items.length > 0;

  useEffect(() => {
    const element = field.current;
    const look = () => element && setPrefix(mentionAt(element.value, element.selectionStart)?.prefix ?? null);
    const close = () => setTimeout(() => document.activeElement !== element && setPrefix(null), 150);
    element?.addEventListener("input", look);
    element?.addEventListener("blur", close);
    return () => {
      element?.removeEventListener("input", look);
      element?.removeEventListener("blur", close);
    };
  }, [field]);

  useEffect(() => {
    if (prefix === null) return;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      apiFetch<{ items: Mentioned[] }>(`/members?prefix=${encodeURIComponent(prefix)}&limit=6`, {
        signal: stop.signal,
      })
        .then((found) => {
          setItems(found.items);
          setChosen(0);
        })
        .catch(() => stop.signal.aborted || setItems([]));
    }, 120);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [prefix]);

  useEffect(() => {
    const element = field.current;
    if (!element || !open) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape") setPrefix(null);
      else if (event.key === "ArrowDown") setChosen((at) => (at + 1) % items.length);
      else if (event.key === "ArrowUp") setChosen((at) => (at - 1 + items.length) % items.length);
      else if ((event.key === "Enter" || event.key === "Tab") && !event.ctrlKey && !event.metaKey)
        pick(element, items[chosen]);
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    element.addEventListener("keydown", onKey);
    element.setAttribute("aria-controls", listId);
    element.setAttribute("aria-activedescendant", `${listId}-${chosen}`);
    return () => {
      element.removeEventListener("keydown", onKey);
      element.removeAttribute("aria-controls");
      element.removeAttribute("aria-activedescendant");
    };
  }, [field, open, items, chosen, listId]);

  if (!open) return null;
  return (
    <ul className="menu ment" id={listId} role="listbox" aria-label={label} style={placeBelow(field.current)}>
      {items.map((member, index) => (
        <li
          key={member.id}
          id={`${listId}-${index}`}
          role="option"
          aria-selected={index === chosen}
          onPointerDown={(event) => {
            event.preventDefault();
            if (field.current) pick(field.current, member);
          }}
        >
          <Avatar id={member.id} name={member.displayName} url={member.avatarUrl} size="xs" />
          <b>{member.displayName}</b>
          <span className="mut">@{member.name}</span>
        </li>
      ))}
    </ul>
  );
}

function pick(field: HTMLTextAreaElement, member: Mentioned | undefined): void {
  const mention = mentionAt(field.value, field.selectionStart);
  if (!member || !mention) return;
  const insert = `@${member.name} `;
  const end = mention.from + insert.length;
  applyEdit(field, { from: mention.from, to: field.selectionStart, insert, start: end, end });
}

/** Under the line being written, as far as that can be told without measuring every letter. */
function placeBelow(field: HTMLTextAreaElement | null): {
  insetBlockStart: number;
  insetInlineStart: number;
} {
  if (!field) return { insetBlockStart: 0, insetInlineStart: 0 };
  const box = field.closest(".composer-box")?.getBoundingClientRect();
  const own = field.getBoundingClientRect();
  const lines = field.value.slice(0, field.selectionStart).split("\n").length;
  const down = Math.min(own.height - 8, 16 + lines * 26 - field.scrollTop);
  return { insetBlockStart: own.top - (box?.top ?? 0) + down, insetInlineStart: 14 };
}
