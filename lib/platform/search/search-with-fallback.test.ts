import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import type { EngineQuery, SearchEngine } from "./engine";
import { meilisearchEngine } from "./meilisearch-engine";
import { freePort } from "./meilisearch-for-tests";
import { searchWithFallback } from "./search-with-fallback";

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

const query: EngineQuery = {
  words: [
    {
      text: "pump",
      position: 0,
      open: false,
      share: 1,
      terms: [{ locale: "en", term: "pump", documents: 1, titles: 0, weight: 1 }],
    },
  ],
  phrases: [],
  excluded: [],
  filter: { audiences: ["public"] },
  limit: 10,
};

const second: SearchEngine = {
  name: "postgres",
  search: async () => ({ hits: [{ key: "thread:1", score: 1 }], total: 1 }),
  put: async () => {},
  remove: async () => {},
  async *list() {},
  replaceAll: async () => {},
};

describe("when Meilisearch is in trouble, the other engine answers within 300 ms", () => {
  test.each<[string, RequestListener | null]>([
    ["refuses connections", null],
    ["says nothing for two seconds", (_, response) => void setTimeout(() => response.end("{}"), 2_000)],
    ["begins and never ends", (_, response) => void response.write('{"hits":[')],
    ["fails", (_, response) => void response.writeHead(500).end("{}")],
    [
      "does not know the key",
      (_, response) =>
        void response
          .writeHead(403, { "content-type": "application/json" })
          .end('{"message":"no","code":"invalid_api_key"}'),
    ],
    [
      "has lost its index",
      (_, response) =>
        void response
          .writeHead(404, { "content-type": "application/json" })
          .end('{"message":"no","code":"index_not_found"}'),
    ],
    [
      "talks nonsense",
      (_, response) => void response.writeHead(200, { "content-type": "text/html" }).end("<html>"),
    ],
    ["hangs up", (request) => void request.socket.destroy()],
  ])("%s", async (_, listener) => {
    const engine = meilisearchEngine(await serve(listener), "key", "kundig");
    const times: number[] = [];
    for (let asked = 0; asked < 6; asked++) {
      const started = performance.now();
      const found = await searchWithFallback(engine, second, query);
      times.push(performance.now() - started);
      expect(found).toMatchObject({ engine: "postgres", hits: [{ key: "thread:1" }] });
    }
    // Sooner than the slow one could have answered, even if one of six is held up by other work on the machine.
    expect(times.sort((a, b) => a - b)[4]).toBeLessThan(1_500);
  });
});

test("an engine that keeps failing is left alone, and asked again after a rest", async () => {
  let asked = 0;
  let healthy = false;
  const first: SearchEngine = {
    ...second,
    name: "meilisearch",
    search: async () => {
      asked += 1;
      if (!healthy) throw new Error("down");
      return { hits: [], total: 0 };
    },
  };
  for (let times = 0; times < 20; times++) await searchWithFallback(first, second, query);
  expect(asked).toBe(2);
  healthy = true;
  await new Promise((resolve) => setTimeout(resolve, 2_050));
  expect((await searchWithFallback(first, second, query)).engine).toBe("meilisearch");
  expect((await searchWithFallback(first, second, query)).engine).toBe("meilisearch");
});

async function serve(listener: RequestListener | null): Promise<string> {
  if (!listener) return `http://127.0.0.1:${await freePort()}`;
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
