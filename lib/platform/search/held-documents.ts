import { LRUCache } from "lru-cache";
import { perDatabase } from "../per-database";
import type { ReadCandidate } from "./read-candidates";

const mostCharacters = 12_000_000;
/** What a document weighs beside its vector. */
const besides = 400;

export type HeldDocument = {
  /** Changes with every change of its row. */
  rowState: string;
  document: Omit<ReadCandidate, "places" | "stale">;
  /** The text form of its tsvector. */
  vector: string;
};

const held = perDatabase("search.documents", () => new LRUCache<string, HeldDocument>({ maxSize: mostCharacters, sizeCalculation: ({ vector }) => vector.length + besides }));

/** Documents come again from key press to key press and from person to person: then they need not be unpacked and sent once more. */
export function heldDocument(key: string): HeldDocument | undefined {
  return held().get(key);
}

export function holdDocument(document: HeldDocument): HeldDocument {
  held().set(document.document.key, document);
  return document;
}
