import { type EnqueuedTaskPromise, type Index, Meilisearch, MeilisearchApiError } from "meilisearch";
import { singleton } from "../singleton";
import { analyze } from "./analyze";
import { type EngineHits, type SearchDocument, type SearchEngine, splitKey } from "./engine";
import { fromId, toId } from "./meilisearch-id";
import { federatedSearch } from "./meilisearch-query";
import { hasOurSettings, meilisearchSettings } from "./meilisearch-settings";

const primaryKey = "id";
const portion = 1_000;
const taskPatience = { timeout: 120_000, interval: 40 };

const known = singleton("meilisearch", () => new Map<string, SearchEngine & Maintained>());

type Maintained = {
  /** Makes the index and its settings what this version needs. */
  prepare(): Promise<void>;
  countDocuments(): Promise<number>;
};
export type MeilisearchEngine = SearchEngine & Maintained;

/** The engine named by MEILI_URL, or null. */
export function meilisearchFromEnvironment(): MeilisearchEngine | null {
  const url = process.env.MEILI_URL;
  if (!url) return null;
  const key = process.env.MEILI_KEY;
  const uid = process.env.MEILI_INDEX ?? "kundig";
  const name = `${url} ${uid} ${key ?? ""}`;
  const engine = known.get(name) ?? meilisearchEngine(url, key, uid);
  known.set(name, engine);
  return engine;
}

/** Meilisearch behind its own client. Only this process talks to it, never a browser. */
export function meilisearchEngine(url: string, apiKey: string | undefined, uid: string): MeilisearchEngine {
  const client = new Meilisearch({ host: url, apiKey, timeout: 30_000 });
  const index = client.index(uid);
  return {
    name: "meilisearch",
    search: (query, signal): Promise<EngineHits> => federatedSearch(client, uid, query, signal),
    put: async (documents) => {
      const sent = portionsOf(documents).map((part) =>
        succeeded(index.addDocuments(part.map(toMeilisearch), { primaryKey })),
      );
      await Promise.all(sent);
    },
    remove: async (keys) => {
      if (keys.length > 0) await succeeded(index.deleteDocuments(keys.map(toId)));
    },
    list: () => listDocuments(index),
    replaceAll: async (portions) => {
      const next = `${uid}_next`;
      await makeIndex(client, uid);
      await succeeded(client.deleteIndex(next)).catch(() => {});
      await makeIndex(client, next);
      for await (const documents of portions) {
        for (const part of portionsOf(documents))
          await succeeded(client.index(next).addDocuments(part.map(toMeilisearch), { primaryKey }));
      }
      await succeeded(client.swapIndexes([{ indexes: [uid, next], rename: false }]));
      await succeeded(client.deleteIndex(next));
    },
    prepare: () => makeIndex(client, uid),
    countDocuments: async () => (await index.getStats()).numberOfDocuments,
  };
}

async function makeIndex(client: Meilisearch, uid: string): Promise<void> {
  const settings = await client
    .index(uid)
    .getSettings()
    .catch((error: unknown) => {
      if (error instanceof MeilisearchApiError && error.cause?.code === "index_not_found") return null;
      throw error;
    });
  if (settings === null) await succeeded(client.createIndex(uid, { primaryKey }));
  if (!hasOurSettings(settings)) await succeeded(client.index(uid).updateSettings(meilisearchSettings));
}

/** Meilisearch acknowledges before it works: only a task that succeeded counts. */
async function succeeded(task: EnqueuedTaskPromise): Promise<void> {
  const { status, error, type } = await task.waitTask(taskPatience);
  if (status !== "succeeded")
    throw new Error(`Meilisearch ${type} ${status}: ${error?.message ?? "no reason given"}`);
}

function toMeilisearch({
  key,
  locale,
  audience,
  categoryId,
  tags,
  state,
  title,
  body,
  answer,
  replies,
  version,
}: SearchDocument) {
  const terms = (text: string) =>
    analyze(text, locale)
      .filter(({ stop }) => !stop)
      .map(({ term }) => term)
      .join(" ");
  return {
    id: toId(key),
    kind: splitKey(key).kind,
    locale,
    audience,
    categoryId,
    tags,
    state,
    version,
    title: analyze(title, locale)
      .map(({ term }) => term)
      .join(" "),
    answer: terms(answer),
    tagTerms: terms(tags.join(" ")),
    body: terms(body),
    replies: terms(replies),
  };
}

async function* listDocuments(index: Index): AsyncGenerator<{ key: string; version: number }[]> {
  for (let offset = 0; ; offset += portion) {
    const { results } = await index.getDocuments<{ id: string; version: number }>({
      fields: ["id", "version"],
      limit: portion,
      offset,
    });
    if (results.length > 0) yield results.map(({ id, version }) => ({ key: fromId(id), version }));
    if (results.length < portion) return;
  }
}

function portionsOf(documents: SearchDocument[]): SearchDocument[][] {
  const parts: SearchDocument[][] = [];
  for (let start = 0; start < documents.length; start += portion)
    parts.push(documents.slice(start, start + portion));
  return parts;
}
