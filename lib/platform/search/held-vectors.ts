import { LRUCache } from "lru-cache";
import { singleton } from "../singleton";

const mostCharacters = 12_000_000;

/** The text form of a document's tsvector, and of which state of its row. */
export type HeldVector = { state: string; text: string };

const held = singleton("search.vectors", () => new LRUCache<string, HeldVector>({ maxSize: mostCharacters, sizeCalculation: ({ text }) => text.length + 1 }));

/** Nearly the same documents are ordered on every key press: what was unpacked for the last one need not be for this one. */
export function heldVector(key: string): HeldVector | undefined {
  return held.get(key);
}

export function holdVector(key: string, vector: HeldVector): void {
  held.set(key, vector);
}
