import { keyOf } from "./engine";

/** Meilisearch allows no colon in its ids. */
export function toId(key: string): string {
  return key.replace(":", "-");
}

export function fromId(id: string): string {
  const dash = id.indexOf("-");
  return keyOf(id.slice(0, dash), Number(id.slice(dash + 1)));
}
