import { LRUCache } from "lru-cache";
import { singleton } from "../singleton";

const mostCharacters = 12_000_000;

/** The text form of a document's tsvector, and of which state of its row. */
export type HeldVector = { state: string; text: string };

const held = singleton("search.vectors", () => new LRUCache<string, HeldVector>({ maxSize: mostCharacters, sizeCalculation: ({ text }) => text.length + 1 }));

/** Documents come again from key press to key press and from person to person: then they need not be unpacked and sent once more. */
export function heldVector(key: string): HeldVector | undefined {
  return held.get(key);
}

export function holdVector(key: string, vector: HeldVector): void {
  held.set(key, vector);
}
