import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

type Held = { id: string; version: number } & Record<string, unknown>;
type Index = { settings: Record<string, unknown>; documents: Map<string, Held> };
type Call = { method: string; path: string[]; query: URLSearchParams; body: unknown };

/** As much of Meilisearch as we use, in memory: the same faults can be judged where there is none. */
export async function startStubEngine(): Promise<{ url: string; stop(): Promise<void> }> {
  const indexes = new Map<string, Index>();
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://stub");
    const call = { method: request.method ?? "GET", path: pathname.split("/").slice(1), query: searchParams, body: await bodyOf(request) };
    const [status, body] = answer(indexes, call);
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return text === "" ? null : JSON.parse(text);
}

function answer(indexes: Map<string, Index>, call: Call): [number, unknown] {
  const { method, path, body } = call;
  const [place, uid = ""] = path;
  if (place === "version") return [200, { pkgVersion: "1.50.0" }];
  if (place === "keys") return [403, { message: "no master key", code: "invalid_api_key" }];
  if (place === "tasks") return uid ? [200, { uid: Number(uid), status: "succeeded", type: "any", error: null }] : [200, { results: [] }];
  if (place === "multi-search") return find(indexes, body as { queries: { indexUid: string; q: string }[] });
  if (place === "swap-indexes") return done(() => swap(indexes, body as { indexes: [string, string] }[]));
  if (method === "POST" && path.length === 1) return done(() => indexes.set((body as { uid: string }).uid, { settings: {}, documents: new Map() }));
  const index = indexes.get(uid);
  if (!index && method === "DELETE") return done(() => {});
  if (!index) return [404, { message: "no such index", code: "index_not_found" }];
  return answerOf(index, call, () => indexes.delete(uid));
}

function answerOf(index: Index, { method, path, query, body }: Call, forget: () => void): [number, unknown] {
  const [, , part, detail] = path;
  if (part === undefined) return done(forget);
  if (part === "settings") return method === "GET" ? [200, index.settings] : done(() => Object.assign(index.settings, body));
  if (part === "search") return nearest(index, body as { vector: number[]; limit: number });
  if (part === "stats") return [200, { numberOfDocuments: index.documents.size }];
  if (method === "GET" || detail === "fetch") {
    const { offset, limit } = { offset: query.get("offset") ?? 0, limit: query.get("limit") ?? 20, ...(body as object | null) };
    const all = [...index.documents.values()].slice(Number(offset), Number(offset) + Number(limit));
    return [200, { results: all.map(({ id, version }) => ({ id, version })) }];
  }
  if (detail === "delete-batch") return done(() => (body as string[]).forEach((id) => index.documents.delete(id)));
  return done(() => (body as Held[]).forEach((document) => index.documents.set(document.id, document)));
}

function done(work: () => unknown): [number, unknown] {
  work();
  return [202, { taskUid: 1, status: "enqueued", type: "any", enqueuedAt: new Date(0).toISOString() }];
}

function swap(indexes: Map<string, Index>, [pair]: { indexes: [string, string] }[]): void {
  const [one, other] = pair?.indexes ?? ["", ""];
  const [a, b] = [indexes.get(one), indexes.get(other)];
  indexes.delete(one);
  if (a) indexes.set(other, a);
  if (b) indexes.set(one, b);
}

function find(indexes: Map<string, Index>, { queries }: { queries: { indexUid: string; q: string }[] }): [number, unknown] {
  const hits = new Set<string>();
  for (const { indexUid, q } of queries) {
    const index = indexes.get(indexUid);
    if (!index) return [404, { message: "no such index", code: "index_not_found" }];
    const words = q.split(" ").filter((word) => /^\w/.test(word));
    for (const { id, ...held } of index.documents.values()) if (words.some((word) => JSON.stringify(held).includes(word))) hits.add(id);
  }
  return [200, { hits: [...hits].map((id) => ({ id })), estimatedTotalHits: hits.size }];
}

type Near = Held & { _vectors?: Record<string, number[]> };

function nearest(index: Index, { vector, limit }: { vector: number[]; limit: number }): [number, unknown] {
  const near = ({ _vectors }: Near) => Object.values(_vectors ?? {}).reduce((sum, own) => sum + own.reduce((all, value, at) => all + value * (vector[at] ?? 0), 0), 0);
  const best = [...index.documents.values()].toSorted((a, b) => near(b) - near(a)).slice(0, limit);
  return [200, { hits: best.map(({ id }) => ({ id })) }];
}
