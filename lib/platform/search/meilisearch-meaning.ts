import { makeBreaker } from "./breaker";
import type { SearchDocument, SearchFilter } from "./engine";
import { toMeaning } from "./meilisearch-document";
import { fromId, toId } from "./meilisearch-id";
import type { Clients } from "./meilisearch-keys";
import { filterText } from "./meilisearch-query";
import { embedder, hasOurSettings, meaningSettings } from "./meilisearch-settings";
import { readSettings, succeeded } from "./meilisearch-tasks";
import { patience } from "./patience";
import type { Vector } from "./vector";

const primaryKey = "id";

export type DocumentMeaning = { document: SearchDocument; vector: Vector };

export type MeaningIndex = {
  uid: string;
  /** Keys of what is nearest, whatever its words, best first; none when it is slow, missing or was failing a moment ago. */
  nearest(vector: Vector, filter: SearchFilter, limit: number): Promise<string[]>;
  isFor(model: string, dimensions: number): Promise<boolean>;
  /** Empty, for vectors of this model. */
  make(model: string, dimensions: number): Promise<void>;
  put(documents: DocumentMeaning[]): Promise<void>;
  remove(keys: string[]): Promise<void>;
  /** Null: there is none. */
  count(): Promise<number | null>;
  drop(): Promise<void>;
};

/**
 * What documents mean, in an index beside that of their words: so words are filled and found as fast as without it,
 * and a document without a vector is only missing here.
 */
export function meaningIndex(as: Clients["as"], uid: string): MeaningIndex {
  const breaker = makeBreaker("Meilisearch does not say what is near in meaning, words find without", patience.nearest);
  const drop = () => as("indexing", (client) => succeeded(client.deleteIndex(uid), true));
  return {
    uid,
    nearest: async (vector, filter, limit) => {
      if (breaker.isOpen()) return [];
      try {
        const { hits } = await as("searching", (client) =>
          client.index<{ id: string }>(uid).search(
            "",
            { vector: [...vector], hybrid: { embedder, semanticRatio: 1 }, filter: filterText(filter), limit, attributesToRetrieve: [primaryKey] },
            { signal: AbortSignal.timeout(patience.nearest) },
          ),
        );
        breaker.count(true);
        return hits.map(({ id }) => fromId(id));
      } catch (error) {
        breaker.blame(error);
        breaker.count(false);
        return [];
      }
    },
    isFor: (model, dimensions) => as("indexing", async (client) => hasOurSettings(await readSettings(client, uid), meaningSettings(model, dimensions))),
    make: async (model, dimensions) => {
      await drop();
      await as("indexing", async (client) => {
        await succeeded(client.createIndex(uid, { primaryKey }));
        await succeeded(client.index(uid).updateSettings(meaningSettings(model, dimensions)));
      });
    },
    put: (documents) => as("indexing", (client) => succeeded(client.index(uid).addDocuments(documents.map(toMeaning), { primaryKey }))),
    remove: async (keys) => {
      if (keys.length > 0) await as("indexing", (client) => succeeded(client.index(uid).deleteDocuments(keys.map(toId)), true));
    },
    count: () => as("indexing", async (client) => ((await readSettings(client, uid)) === null ? null : (await client.index(uid).getStats()).numberOfDocuments)),
    drop,
  };
}
