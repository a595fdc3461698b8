"use client";

import { useEffect, useState } from "react";
import { Clock } from "@/components/ui/icons";

const key = "kundig.searches";
const most = 8;
const fewest = 2;

type RecentSearchesProps = { here: string; title: string; clear: string };

/** What was looked for on this device; no server knows. */
export function RecentSearches({ here, title, clear }: RecentSearchesProps) {
  const [recent, setRecent] = useState<string[]>([]);
  useEffect(() => setRecent(readRecent()), []);
  if (recent.length === 0) return null;
  const forget = () => {
    write([]);
    setRecent([]);
    document.querySelector<HTMLInputElement>("main [data-search]")?.focus();
  };
  return (
    <section className="srec">
      <h3>{title}</h3>
      <ul>
        {recent.map((words) => (
          <li key={words}>
            <a className="lk" href={`${here}?q=${encodeURIComponent(words)}`}>
              <Clock size={16} /> {words}
            </a>
          </li>
        ))}
      </ul>
      <button type="button" className="lk small" onClick={forget}>
        {clear}
      </button>
    </section>
  );
}

/** The newest first, each once. */
export function rememberSearch(text: string): void {
  const words = text.replace(/\s+/g, " ").trim().slice(0, 160);
  if (words.length < fewest) return;
  write([words, ...readRecent().filter((one) => one.toLowerCase() !== words.toLowerCase())].slice(0, most));
}

function readRecent(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? "[]");
    return Array.isArray(kept) ? kept.filter((one) => typeof one === "string").slice(0, most) : [];
  } catch {
    return [];
  }
}

function write(list: string[]): void {
  try {
    localStorage.setItem(key, JSON.stringify(list));
  } catch {
    // Private windows may have no storage; then nothing is remembered.
  }
}
