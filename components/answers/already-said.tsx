"use client";

import { useEffect, useState } from "react";
import { apiFetch } from "@/components/ui/api";
import { BookOpen } from "@/components/ui/icons";
import type { Hit } from "@/lib/search/hit";

const pause = 600;
const looked = 500;

type AlreadySaidProps = { text: string; fieldId: string; title: string; insert: string };

/** Guides that already say what is being written, to link to instead of saying it again. */
export default function AlreadySaid({ text, fieldId, title, insert }: AlreadySaidProps) {
  const [hits, setHits] = useState<Hit[]>([]);
  useEffect(() => {
    const stop = new AbortController();
    const timer = setTimeout(() => {
      const query = new URLSearchParams({ title: text.trim().slice(0, looked), kinds: "article", limit: "3" });
      apiFetch<{ hits: Hit[] }>(`/suggest?${query}`, { signal: stop.signal }).then(
        (found) => setHits(found.hits),
        () => undefined,
      );
    }, pause);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [text]);
  // What is linked to is said.
  const open = hits.filter(({ url }) => !text.includes(url));
  if (open.length === 0) return null;
  return (
    <section className="asaid" aria-label={title}>
      <p>{title}</p>
      <ul>
        {open.map((hit) => (
          <li key={hit.id}>
            <BookOpen size={17} />
            <a className="lk" href={hit.url} lang={hit.locale} target="_blank" rel="noopener">
              {hit.title}
            </a>
            <button type="button" className="act" onClick={() => putLink(fieldId, hit)}>
              {insert}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** At the cursor, as if it had been typed: the draft and whoever listens hear of it. */
function putLink(fieldId: string, { title, url }: Hit): void {
  const field = document.getElementById(fieldId);
  if (!(field instanceof HTMLTextAreaElement)) return;
  const at = field.selectionEnd;
  const before = field.value.slice(0, at);
  const link = `[${title.replace(/[[\]\\]/g, "\\$&")}](${url})`;
  field.setRangeText(`${before === "" || /\s$/.test(before) ? "" : " "}${link} `, at, at, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.focus();
}
