import { unitVector, type Vector } from "./vector";

type Provider = { url: string; model: string; key: string | undefined };

/** The provider read the texts and will not have them, however often they are sent. */
export class RefusedTexts extends Error {}

const refusals = [400, 413, 422];

/** One request. What it throws names neither key nor texts: answers of providers may repeat both. */
export async function requestVectors({ url, model, key }: Provider, input: string[], signal: AbortSignal): Promise<Vector[]> {
  const response = await send(`${url.replace(/\/+$/, "")}/embeddings`, {
    method: "POST",
    headers: { "content-type": "application/json", ...(key ? { authorization: `Bearer ${key}` } : {}) },
    body: JSON.stringify({ model, input }),
    // The key is for this address alone.
    redirect: "error",
    signal,
  });
  if (!response.ok) {
    await response.body?.cancel();
    const message = `the embeddings provider answered ${response.status}`;
    throw refusals.includes(response.status) ? new RefusedTexts(message) : new Error(message);
  }
  const answer: unknown = await response.json().catch(() => null);
  const vectors = vectorsIn(answer, input.length);
  if (!vectors) throw new Error("the embeddings provider answered something else than vectors");
  return vectors;
}

/** What fetch throws may repeat the whole address. */
async function send(...request: Parameters<typeof fetch>): Promise<Response> {
  try {
    return await fetch(...request);
  } catch (error) {
    const { name, cause } = error as { name?: string; cause?: { code?: string } };
    throw new Error(`the embeddings provider does not answer (${cause?.code ?? name ?? "unknown"})`);
  }
}

function vectorsIn(answer: unknown, count: number): Vector[] | null {
  const data = (answer as { data?: unknown } | null)?.data;
  if (!Array.isArray(data) || data.length !== count) return null;
  const vectors: Vector[] = [];
  for (const [place, item] of (data as ({ index?: unknown; embedding?: unknown } | null)[]).entries()) {
    const vector = unitVector(item?.embedding);
    const index = typeof item?.index === "number" ? item.index : place;
    if (!vector || vectors[index] || !(index < count)) return null;
    vectors[index] = vector;
  }
  return vectors;
}
