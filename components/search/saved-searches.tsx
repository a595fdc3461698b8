"use client";

import { useState } from "react";
import { attempt } from "@/components/threads/attempt";
import { apiFetch, errorText } from "@/components/ui/api";
import { Bell, Bookmark, PenLine, Trash2 } from "@/components/ui/icons";
import { toast } from "@/components/ui/toast";
import type { SearchWords } from "./search-words";

export type Saved = { id: number; name: string; query: string; tellsNew: boolean };

type SavedSearchesProps = { here: string; saved: Saved[]; words: SearchWords };

/** One's own saved searches: opened, renamed, told of, thrown away with a way back. */
export function SavedSearches({ here, saved, words }: SavedSearchesProps) {
  const [list, setList] = useState(saved);
  const { offline } = words;
  if (list.length === 0) return null;
  const change = (one: Saved, to: Partial<Saved>) => {
    const set = (next: Saved) => setList((now) => now.map((each) => (each.id === one.id ? next : each)));
    set({ ...one, ...to });
    void attempt(`/saved-searches/${one.id}`, { method: "PATCH", body: to }, { undo: () => set(one), offline });
  };
  const remove = async (one: Saved) => {
    setList((now) => now.filter(({ id }) => id !== one.id));
    const back = () => setList((now) => [one, ...now]);
    try {
      await apiFetch(`/saved-searches/${one.id}`, { method: "DELETE" });
    } catch (error) {
      back();
      return toast(errorText(error, offline));
    }
    toast(words.savedGone, {
      undo: () => {
        back();
        void attempt<Saved>("/saved-searches", { method: "POST", body: { query: one.query, name: one.name } }, { offline }).then((again) => {
          if (!again) return;
          setList((now) => now.map((each) => (each.id === one.id ? { ...one, id: again.id } : each)));
          if (one.tellsNew) void attempt(`/saved-searches/${again.id}`, { method: "PATCH", body: { tellsNew: true } }, { offline });
        });
      },
    });
  };
  return (
    <section className="ssav">
      <h3>{words.savedTitle}</h3>
      <ul>
        {list.map((one) => (
          <SavedRow key={one.id} here={here} one={one} words={words} onChange={(to) => change(one, to)} onRemove={() => void remove(one)} />
        ))}
      </ul>
    </section>
  );
}

type SavedRowProps = { here: string; one: Saved; words: SearchWords; onChange: (to: Partial<Saved>) => void; onRemove: () => void };

function SavedRow({ here, one, words, onChange, onRemove }: SavedRowProps) {
  const [name, setName] = useState<string | null>(null);
  const finish = () => {
    if (name?.trim() && name.trim() !== one.name) onChange({ name: name.trim() });
    setName(null);
  };
  const named = (text: string) => text.replace("{name}", one.name);
  return (
    <li>
      {name === null ? (
        <a className="lk" href={`${here}?${one.query}`}>
          <Bookmark size={16} /> {one.name}
        </a>
      ) : (
        <input
          className="in d"
          aria-label={named(words.savedName)}
          autoFocus
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.target.value)}
          onBlur={finish}
          onKeyDown={(event) => {
            if (event.key === "Escape") setName(null);
            if (event.key !== "Enter" && event.key !== "Escape") return;
            event.preventDefault();
            if (event.key === "Enter") finish();
          }}
        />
      )}
      <span className="sa">
        <button type="button" className={one.tellsNew ? "act on" : "act"} aria-pressed={one.tellsNew} onClick={() => onChange({ tellsNew: !one.tellsNew })}>
          <Bell size={17} /> <span>{words.savedTell}</span>
        </button>
        <button type="button" className="act" aria-label={named(words.savedRename)} title={named(words.savedRename)} onClick={() => setName(one.name)}>
          <PenLine size={17} />
        </button>
        <button type="button" className="act" aria-label={named(words.savedDelete)} title={named(words.savedDelete)} onClick={onRemove}>
          <Trash2 size={17} />
        </button>
      </span>
    </li>
  );
}
