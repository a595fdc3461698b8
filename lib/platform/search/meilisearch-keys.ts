import { createHash } from "node:crypto";
import { Meilisearch, MeilisearchApiError } from "meilisearch";

export type Role = "searching" | "indexing";

const actions = {
  searching: ["search"],
  indexing: [
    "documents.add", "documents.get", "documents.delete", "indexes.create", "indexes.get", "indexes.delete", "indexes.swap",
    "settings.get", "settings.update", "tasks.get", "stats.get",
  ],
} as const;

/** Compressed answers come in several small writes, which the network holds back for 40 ms each time. */
const requestInit = { headers: { "accept-encoding": "identity" } };

export type Clients = {
  /** Runs the work with a key that may do just that. */
  as<T>(role: Role, work: (client: Meilisearch) => Promise<T>): Promise<T>;
  /** With the given key; only for what no key for single indexes may do. */
  given: Meilisearch;
  /** Whether keys of our own are used, or the given one for everything. */
  areOwnKeys(): Promise<boolean>;
};

/**
 * Of a master key only keys of least right are made: one that may search these indexes, one that may fill them. The
 * same ones come out each time, in every process. A key that may not make others is used as it is.
 */
export function clientsOf(host: string, given: string | undefined, indexes: string[]): Clients {
  const known = new Map<Role, Promise<Meilisearch>>();
  const client = (apiKey: string | undefined) => new Meilisearch({ host, apiKey, timeout: 30_000, requestInit });
  const find = (role: Role) => {
    const found = known.get(role) ?? ownKey(client(given), role, indexes).then((key) => client(key ?? given));
    known.set(role, found);
    // What could not be asked now is asked the next time.
    found.catch(() => known.delete(role));
    return found;
  };
  return {
    given: client(given),
    as: async (role, work) => {
      try {
        return await work(await find(role));
      } catch (error) {
        if (codeOf(error) !== "invalid_api_key") throw error;
        // An engine that lost everything has lost its keys too.
        known.delete(role);
        return work(await find(role));
      }
    },
    areOwnKeys: async () => (await ownKey(client(given), "searching", indexes)) !== null,
  };
}

async function ownKey(admin: Meilisearch, role: Role, indexes: string[]): Promise<string | null> {
  const uid = uuidOf(JSON.stringify([role, actions[role], indexes]));
  try {
    return (await admin.getKey(uid)).key;
  } catch (error) {
    if (mayNotMakeKeys(error)) return null;
    if (codeOf(error) !== "api_key_not_found") throw error;
  }
  const name = `Kundig, ${role} ${indexes[0]}`;
  try {
    return (await admin.createKey({ uid, name, description: "Made by Kundig; it makes it again when it is gone.", actions: [...actions[role]], indexes, expiresAt: null })).key;
  } catch (error) {
    if (mayNotMakeKeys(error)) return null;
    if (codeOf(error) !== "api_key_already_exists") throw error;
    return (await admin.getKey(uid)).key;
  }
}

/** The given key is no master key, or there is none at all. */
function mayNotMakeKeys(error: unknown): boolean {
  return ["invalid_api_key", "missing_master_key", "missing_authorization_header"].includes(codeOf(error));
}

export function codeOf(error: unknown): string {
  return error instanceof MeilisearchApiError ? (error.cause?.code ?? "") : "";
}

function uuidOf(text: string): string {
  const hex = createHash("sha256").update(text).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
