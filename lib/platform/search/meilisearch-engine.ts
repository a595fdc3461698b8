import type { Meilisearch } from "meilisearch";
import { singleton } from "../singleton";
import type { EngineHits, SearchDocument, SearchEngine } from "./engine";
import { sizeOf, toMeilisearch } from "./meilisearch-document";
import { fromId, toId } from "./meilisearch-id";
import { clientsOf, codeOf } from "./meilisearch-keys";
import { type MeaningIndex, meaningIndex } from "./meilisearch-meaning";
import { federatedSearch } from "./meilisearch-query";
import { hasOurSettings, meilisearchSettings } from "./meilisearch-settings";
import { readSettings, succeeded } from "./meilisearch-tasks";
import { isSupportedVersion, WrongVersion } from "./meilisearch-version";

const primaryKey = "id";
const portion = 1_000;
/** Meilisearch refuses requests of 100 MB; far smaller ones are as fast (characters). */
const largestPortion = 8_000_000;
/** So many portions are on their way at once while a fresh index is filled. */
const mostOnTheWay = 16;
const versionHoldsMs = 60_000;

const known = singleton("meilisearch", () => new Map<string, MeilisearchEngine>());

export type FailedTask = { type: string; reason: string; at: Date };

type Maintained = {
  meaning: MeaningIndex;
  /** outdated: it was made by other settings than ours. Whatever is not ready is made by replaceAll. */
  state(): Promise<"missing" | "outdated" | "ready">;
  countDocuments(): Promise<number>;
  version(): Promise<string>;
  /** When the latest dump was made; null: none yet. Undefined when the key may not ask for it. */
  lastDump(): Promise<Date | null | undefined>;
  /** Whether it works with keys of least right that it made itself. */
  areOwnKeys(): Promise<boolean>;
  /** The latest tasks of our index that failed since then. */
  failedTasks(since: Date): Promise<FailedTask[]>;
};
export type MeilisearchEngine = SearchEngine & Maintained;

/** The engine named by MEILI_URL, or null. */
export function meilisearchFromEnvironment(): MeilisearchEngine | null {
  const url = process.env.MEILI_URL;
  if (!url) return null;
  const key = process.env.MEILI_KEY || undefined;
  const uid = process.env.MEILI_INDEX ?? "kundig";
  const name = `${url} ${uid} ${key ?? ""}`;
  const engine = known.get(name) ?? meilisearchEngine(url, key, uid);
  known.set(name, engine);
  return engine;
}

/** Meilisearch behind its own client. Only this process talks to it, never a browser. */
export function meilisearchEngine(url: string, apiKey: string | undefined, uid: string): MeilisearchEngine {
  const next = `${uid}_next`;
  const { as, given, areOwnKeys } = clientsOf(url, apiKey, [uid, next, `${uid}_meaning`]);
  const meaning = meaningIndex(as, `${uid}_meaning`);
  let versionHoldsUntil = 0;
  const checkVersion = async () => {
    if (Date.now() < versionHoldsUntil) return;
    const version = await versionOf(given);
    if (version !== null && !isSupportedVersion(version)) throw new WrongVersion(version);
    versionHoldsUntil = Date.now() + versionHoldsMs;
  };
  return {
    name: "meilisearch",
    meaning,
    nearest: meaning.nearest,
    search: (query, signal): Promise<EngineHits> =>
      as("searching", async (client) => {
        await checkVersion();
        return federatedSearch(client, uid, query, signal);
      }),
    put: (documents) =>
      as("indexing", async (client) => {
        for (const part of portionsOf(documents)) await succeeded(client.index(uid).addDocuments(part.map(toMeilisearch), { primaryKey }));
      }),
    remove: async (keys) => {
      if (keys.length > 0) await as("indexing", (client) => succeeded(client.index(uid).deleteDocuments(keys.map(toId))));
    },
    list: () => listDocuments((offset) => as("indexing", (client) => client.index(uid).getDocuments<{ id: string; version: number }>({ fields: ["id", "version"], limit: portion, offset }))),
    replaceAll: (portions) =>
      as("indexing", async (client) => {
        await checkVersion();
        await succeeded(client.deleteIndex(next)).catch(() => {});
        await succeeded(client.createIndex(next, { primaryKey }));
        await succeeded(client.index(next).updateSettings(meilisearchSettings));
        await fillIndex(client, next, portions);
        // Until here nobody could find anything in it: not even an empty index stood there meanwhile.
        const isFirst = (await readSettings(client, uid)) === null;
        await client.swapIndexes([{ indexes: [next, uid], rename: isFirst }]);
        // A key for these indexes alone may not ask what became of a swap; whatever is asked for later is done later.
        await succeeded(client.deleteIndex(next)).catch(() => {});
        if (!hasOurSettings(await readSettings(client, uid))) throw new Error("Meilisearch did not take the fresh index into use");
      }),
    state: () =>
      as("indexing", async (client) => {
        versionHoldsUntil = 0;
        await checkVersion();
        const settings = await readSettings(client, uid);
        if (settings === null) return "missing";
        return hasOurSettings(settings) ? "ready" : "outdated";
      }),
    countDocuments: () => as("indexing", async (client) => (await client.index(uid).getStats()).numberOfDocuments),
    version: async () => (await versionOf(given)) ?? "unknown",
    lastDump: () => lastDumpOf(given),
    areOwnKeys,
    failedTasks: (since) =>
      as("indexing", async (client) => {
        const { results } = await client.tasks.getTasks({ statuses: ["failed"], indexUids: [uid, next, meaning.uid], afterFinishedAt: since.toISOString(), limit: 20 });
        return results
          .filter(({ error }) => error?.code !== "index_not_found")
          .map(({ type, error, finishedAt }) => ({ type, reason: error?.message ?? "no reason given", at: new Date(finishedAt ?? since) }));
      }),
  };
}

/** Null when the key may not ask for it. */
async function versionOf(client: Meilisearch): Promise<string | null> {
  try {
    return (await client.getVersion()).pkgVersion;
  } catch (error) {
    if (codeOf(error) === "invalid_api_key") return null;
    throw error;
  }
}

async function lastDumpOf(client: Meilisearch): Promise<Date | null | undefined> {
  try {
    const { results } = await client.tasks.getTasks({ types: ["dumpCreation"], statuses: ["succeeded"], limit: 1 });
    return results[0]?.finishedAt ? new Date(results[0].finishedAt) : null;
  } catch (error) {
    if (codeOf(error) === "invalid_api_key") return undefined;
    throw error;
  }
}

/** Meilisearch takes what waits together: it must never have to wait for us. */
async function fillIndex(client: Meilisearch, uid: string, portions: AsyncIterable<SearchDocument[]>): Promise<void> {
  const onTheWay: Promise<void>[] = [];
  for await (const documents of portions) {
    for (const part of portionsOf(documents)) {
      const task = succeeded(client.index(uid).addDocuments(part.map(toMeilisearch), { primaryKey }));
      // It is awaited below; until then its failure must not count as unheard.
      task.catch(() => {});
      onTheWay.push(task);
      if (onTheWay.length > mostOnTheWay) await onTheWay.shift();
    }
  }
  await Promise.all(onTheWay);
}

type Listed = { results: { id: string; version: number }[] };

async function* listDocuments(read: (offset: number) => Promise<Listed>): AsyncGenerator<{ key: string; version: number }[]> {
  for (let offset = 0; ; offset += portion) {
    const { results } = await read(offset);
    if (results.length > 0) yield results.map(({ id, version }) => ({ key: fromId(id), version }));
    if (results.length < portion) return;
  }
}

function portionsOf(documents: SearchDocument[]): SearchDocument[][] {
  const parts: SearchDocument[][] = [];
  let size = 0;
  for (const document of documents) {
    const part = parts.at(-1);
    size += sizeOf(document);
    if (part && part.length < portion && size <= largestPortion) part.push(document);
    else {
      parts.push([document]);
      size = sizeOf(document);
    }
  }
  return parts;
}
