"use client";

import { useEffect, useState } from "react";

/** Marks the part that is being read. */
export function TocLinks({ entries }: { entries: { id: string; text: string }[] }) {
  const [current, setCurrent] = useState<string>();
  useEffect(() => {
    const parts = entries.flatMap(({ id }) => document.getElementById(id) ?? []);
    const look = () => setCurrent(parts.filter((part) => part.getBoundingClientRect().top < 140).at(-1)?.id ?? parts[0]?.id);
    look();
    document.addEventListener("scroll", look, { passive: true });
    return () => document.removeEventListener("scroll", look);
  }, [entries]);
  return entries.map(({ id, text }) => (
    <a key={id} href={`#${id}`} aria-current={id === current ? "true" : undefined}>
      {text}
    </a>
  ));
}
