"use client";

import { useEffect, useState, type KeyboardEvent } from "react";
import { useOverlay } from "@/components/layout/overlay";
import { apiFetch } from "@/components/ui/api";
import { Search } from "@/components/ui/icons";
import { complete, completionsOf, type FilterName, personBegun } from "./filter-completions";
import type { SearchWords } from "./search-words";

type SearchFieldProps = {
  value: string;
  words: SearchWords;
  filters: FilterName[];
  autoFocus: boolean;
  /** How many results there are, in words. */
  status: string;
  onChange: (text: string) => void;
  /** Down into the results. */
  onDown: () => void;
  onEnter: () => void;
};

/** The field, and what the filter being typed may become: a combobox whose list never opens by itself for plain words. */
export function SearchField({ value, words, filters, autoFocus, status, onChange, onDown, onEnter }: SearchFieldProps) {
  const [active, setActive] = useState(-1);
  const [closed, setClosed] = useState("");
  const { me } = useOverlay();
  // Only members may look members up.
  const people = usePeople(me ? personBegun(value, filters) : null);
  const known = filters.map((filter) => (filter.people ? { ...filter, values: people } : filter));
  const options = closed === value ? [] : completionsOf(value, known);
  useEffect(() => setActive(-1), [value]);
  const take = (index: number) => {
    const option = options[index];
    if (option) onChange(complete(value, option));
  };
  const onKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const last = options.length - 1;
    if (event.key === "ArrowDown" && options.length > 0) setActive(active >= last ? 0 : active + 1);
    else if (event.key === "ArrowUp" && options.length > 0) setActive(active <= 0 ? last : active - 1);
    else if (event.key === "ArrowDown") onDown();
    else if (event.key === "Enter" && options[active]) take(active);
    else if (event.key === "Tab" && options[active] && !event.shiftKey) take(active);
    else if (event.key === "Escape" && options.length > 0) setClosed(value);
    else if (event.key === "Escape" && value) onChange("");
    else {
      if (event.key === "Enter") onEnter();
      return;
    }
    event.preventDefault();
  };
  return (
    <div className="sbar" role="search">
      <label>
        <span className="vh">{words.field}</span>
        <Search size={22} />
        <input
          className="in"
          type="search"
          name="q"
          value={value}
          placeholder={words.placeholder}
          autoComplete="off"
          autoFocus={autoFocus}
          maxLength={10_000}
          data-search=""
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={options.length > 0}
          aria-controls="sopts"
          aria-activedescendant={options[active] ? `sopt-${active}` : undefined}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={onKey}
          onBlur={() => setClosed(value)}
          onFocus={() => setClosed("")}
        />
      </label>
      <span className="cnt" role="status">
        {status}
      </span>
      <ul className="sopts" id="sopts" role="listbox" aria-label={words.filterWords} hidden={options.length === 0}>
        {options.map((option, index) => (
          <li
            key={option.text}
            id={`sopt-${index}`}
            role="option"
            aria-selected={index === active}
            onPointerDown={(event) => {
              // The field keeps the focus.
              event.preventDefault();
              take(index);
            }}
          >
            <b>{option.text.trim()}</b>
            {option.label && <span>{option.label}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Members whose name begins so; nobody for visitors, who may not look people up. */
function usePeople(begun: string | null): { value: string; label: string }[] {
  const [found, setFound] = useState<{ value: string; label: string }[]>([]);
  useEffect(() => {
    if (!begun) return;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      apiFetch<{ items: { name: string; displayName: string }[] }>(`/members?prefix=${encodeURIComponent(begun)}`, { signal: stop.signal }).then(
        ({ items }) => setFound(items.map(({ name, displayName }) => ({ value: name, label: displayName }))),
        () => undefined,
      );
    }, 200);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [begun]);
  return found;
}
