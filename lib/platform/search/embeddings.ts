import { LRUCache } from "lru-cache";
import { singleton } from "../singleton";
import { type Breaker, makeBreaker } from "./breaker";
import { patience } from "./patience";
import { requestVectors } from "./request-vectors";
import type { Vector } from "./vector";

/** What comes later is still good for the next page and the next person who asks the same. */
const queryDeadline = 2_000;
const documentDeadline = 30_000;
const rememberedQueries = 500;

export type Embeddings = {
  readonly model: string;
  /** Null when the provider is slow, refuses, or was failing a moment ago. */
  embedQuery(text: string): Promise<Vector | null>;
  /** As many as texts, in their order; throws. */
  embedDocuments(texts: string[]): Promise<Vector[]>;
};

const known = singleton("embeddings", () => new Map<string, Embeddings>());

/** The provider named by EMBEDDINGS_URL, or null: then nothing in the search knows of meaning. */
export function embeddingsFromEnvironment(): Embeddings | null {
  const { EMBEDDINGS_URL: url, EMBEDDINGS_MODEL: model, EMBEDDINGS_KEY: key } = process.env;
  if (!url || !model) return null;
  const name = `${url} ${model} ${key ?? ""}`;
  const embeddings = known.get(name) ?? openAiCompatible(url, model, key || undefined);
  known.set(name, embeddings);
  return embeddings;
}

/** Anything that answers as OpenAI's `POST /embeddings` does. Only this process talks to it, never a browser. */
function openAiCompatible(url: string, model: string, key: string | undefined): Embeddings {
  const queries = new LRUCache<string, Promise<Vector | null>>({ max: rememberedQueries });
  const breaker = makeBreaker("embeddings provider is slow or fails, the search goes on without", patience.meaning);
  const request = (texts: string[], deadline: number) => requestVectors({ url, model, key }, texts, AbortSignal.timeout(deadline));
  const ask = (text: string): Promise<Vector | null> => {
    const asked = request([text], queryDeadline).then(
      ([vector]) => vector ?? null,
      (error: unknown) => {
        queries.delete(text);
        breaker.blame(error);
        return null;
      },
    );
    queries.set(text, asked);
    void judge(asked, breaker);
    return asked;
  };
  return {
    model,
    embedQuery: async (text) => {
      const asked = queries.get(text) ?? (breaker.isOpen() ? null : ask(text));
      return asked && inTime(asked);
    },
    embedDocuments: (texts) => request(texts, documentDeadline),
  };
}

/** Being late counts like failing, once for each request however many wait for it. */
async function judge(asked: Promise<Vector | null>, breaker: Breaker): Promise<void> {
  breaker.count((await inTime(asked)) !== null);
}

async function inTime(asked: Promise<Vector | null>): Promise<Vector | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), patience.meaning);
  });
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
}
