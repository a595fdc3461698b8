"use client";

import { createContext, useContext, type ReactNode } from "react";
import type { ThreadWords } from "./thread-words";

export type ThreadPlace = {
  id: number;
  /** In the reader's language, without anything behind it. */
  href: string;
  signIn: string;
  locale: string;
  words: ThreadWords;
};

const Place = createContext<ThreadPlace | null>(null);

/** What every small part of a thread page needs to know, said once. */
export function ThreadProvider({ place, children }: { place: ThreadPlace; children: ReactNode }) {
  return <Place value={place}>{children}</Place>;
}

export function useThreadPlace(): ThreadPlace {
  const place = useContext(Place);
  if (!place) throw new Error("outside a thread");
  return place;
}
