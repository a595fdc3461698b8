import type { OutboxEntry } from "./chat-outbox";

/** Where unsent messages live. One key a message, so that tabs never overwrite each other's. */
export type OutboxStore = {
  all: () => OutboxEntry[];
  put: (entry: OutboxEntry) => void;
  remove: (clientId: string) => void;
};

const prefix = "kundig-outbox:";

/** Survives reloads and crashes of the tab. What storage refuses is at least kept until the tab closes. */
export function browserStore(): OutboxStore {
  const memory = new Map<string, OutboxEntry>();
  return {
    all: () => [...new Map([...storedEntries(), ...memory]).values()],
    put: (entry) => {
      try {
        localStorage.setItem(prefix + entry.clientId, JSON.stringify(entry));
        memory.delete(entry.clientId);
      } catch {
        memory.set(entry.clientId, entry);
      }
    },
    remove: (clientId) => {
      memory.delete(clientId);
      try {
        localStorage.removeItem(prefix + clientId);
      } catch {
        // Without storage there is nothing to remove.
      }
    },
  };
}

function storedEntries(): [string, OutboxEntry][] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix))
      .map((key) => JSON.parse(localStorage.getItem(key) ?? "null") as OutboxEntry | null)
      .filter((entry) => entry !== null)
      .map((entry) => [entry.clientId, entry]);
  } catch {
    return [];
  }
}
