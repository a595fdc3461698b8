"use client";

import { useEffect, useState } from "react";
import { attempt } from "@/components/threads/attempt";
import { Bookmark } from "@/components/ui/icons";
import { toast } from "@/components/ui/toast";
import type { Saved } from "./saved-searches";
import type { SearchWords } from "./search-words";

type SaveButtonProps = { query: string; saved: Saved[] | null; words: SearchWords; signIn: string; locale: string };

/** Keeps this search for later; visitors are led to sign in first. */
export function SaveButton({ query, saved, words, signIn, locale }: SaveButtonProps) {
  const [kept, setKept] = useState<Saved[]>(saved ?? []);
  useEffect(() => setKept(saved ?? []), [saved]);
  const own = kept.find((one) => sameSearch(one.query, query));
  const save = async () => {
    if (!saved) return location.assign(signIn);
    const made = await attempt<Saved>("/saved-searches", { method: "POST", body: { query, locale } }, { offline: words.offline });
    if (!made) return;
    setKept((now) => [made, ...now]);
    toast(words.savedDone);
  };
  const remove = async (one: Saved) => {
    setKept((now) => now.filter(({ id }) => id !== one.id));
    await attempt(`/saved-searches/${one.id}`, { method: "DELETE" }, { offline: words.offline, undo: () => setKept((now) => [one, ...now]) });
  };
  return (
    <button type="button" className={own ? "act on ssave" : "act ssave"} aria-pressed={own !== undefined} onClick={() => void (own ? remove(own) : save())}>
      <Bookmark size={17} /> <span>{own ? words.saved : words.save}</span>
    </button>
  );
}

function sameSearch(a: string, b: string): boolean {
  const sorted = (text: string) => [...new URLSearchParams(text)].map(String).sort().join("&");
  return sorted(a) === sorted(b);
}
