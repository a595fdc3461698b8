import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/testing";
import { makeCategory, makeMember, makeThread } from "@/db/testing/factories";
import { type Member, visitor } from "@/lib/members/actor";
import { type FaultyEngine, type Fault, faultyEngine, faults } from "@/lib/platform/search/faulty-engine-for-tests";
import { type MeilisearchEngine, meilisearchFromEnvironment } from "@/lib/platform/search/meilisearch-engine";
import { hasMeilisearch, startMeilisearch } from "@/lib/platform/search/meilisearch-for-tests";
import { startStubEngine } from "@/lib/platform/search/stub-engine-for-tests";
import { bringInLine } from "./bring-in-line";
import { indexChanges } from "./index-changes";
import { pushChanges } from "./push-changes";
import { reconcileMeilisearch } from "./reconcile";
import { search } from "./search";

testDatabase();

/** Of that many searches one may be held up by other work on the machine. */
const asked = 8;
/** Sooner than an engine that takes two seconds could have answered; how much sooner is for the bench. */
const longestMs = 1_500;

let asker: Member;
let category: string;
const before = { url: process.env.MEILI_URL, key: process.env.MEILI_KEY, index: process.env.MEILI_INDEX };

beforeAll(async () => {
  asker = await makeMember();
  category = (await makeCategory()).slug;
});

describe("with a stub of Meilisearch", () => suffersAll(async () => ({ ...(await startStubEngine()), key: "any" })));
describe.skipIf(!hasMeilisearch)("with Meilisearch itself", () => suffersAll(startMeilisearch));

/** No search fails or is slow, and nothing is lost: afterwards the index equals the database, row by row. */
function suffersAll(start: () => Promise<{ url: string; key: string; stop(): Promise<void> }>) {
  let running: Awaited<ReturnType<typeof start>>;
  let proxy: FaultyEngine;
  beforeAll(async () => {
    running = await start();
  });
  beforeEach(async () => {
    proxy = await faultyEngine(running.url);
    Object.assign(process.env, { MEILI_URL: proxy.url, MEILI_KEY: running.key, MEILI_INDEX: `faults_${process.pid}` });
  });
  afterEach(() => proxy.stop());
  afterAll(async () => {
    await running.stop();
    for (const [name, value] of [["MEILI_URL", before.url], ["MEILI_KEY", before.key], ["MEILI_INDEX", before.index]] as const) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  });

  test.each(faults)(
    "%s",
    async (fault) => {
      // What is the wrong version is so from the beginning.
      if (fault === "wrong version") await proxy.suffer(fault);
      else await untilHealthy();
      const old = await write();
      await proxy.suffer(fault);
      const young = await write();
      const reason = reasonOf[fault];
      if (reason) await expect(pushChanges(engine())).rejects.toThrow(reason);
      // A web process looks four times a second what is on its way.
      await new Promise((resolve) => setTimeout(resolve, 300));
      const times: number[] = [];
      for (let at = 0; at < asked; at++) {
        const { word, id } = at % 2 ? old : young;
        const started = performance.now();
        const { hits } = await search(visitor, { q: `${word} ` });
        times.push(performance.now() - started);
        expect(hits.map((hit) => hit.id)).toEqual([id]);
      }
      expect(times.sort((a, b) => a - b)[asked - 2]).toBeLessThan(longestMs);
      await proxy.suffer(null);
      await untilHealthy();
      expect(await bringInLine(engine())).toEqual({ missing: 0, extra: 0 });
      for (const { word, id } of [old, young]) expect((await search(visitor, { q: `${word} ` })).hits.map((hit) => hit.id)).toEqual([id]);
    },
    40_000,
  );
}

/** What is only slow comes through in the end; what says nothing is given up after half a minute. */
const reasonOf: Partial<Record<Fault, RegExp>> = {
  refusing: /Request to .* has failed/,
  "wrong version": /version 1\.12\.3, Kundig needs 1\.50 or newer/,
  "disk full": /no_space_left_on_device/,
  "task failed": /internal/,
};

function engine(): MeilisearchEngine {
  const found = meilisearchFromEnvironment();
  if (!found) throw new Error("no Meilisearch");
  return found;
}

async function write(): Promise<{ id: number; word: string }> {
  const word = [...randomBytes(12)].map((byte) => String.fromCharCode(97 + (byte % 26))).join("");
  const { id } = await makeThread(asker, { title: `The ${word} is on fire`, category });
  await indexChanges();
  return { id, word };
}

/** It takes everything that waits, and answers again. */
async function untilHealthy(): Promise<void> {
  await expect
    .poll(
      async () => {
        await reconcileMeilisearch(engine());
        await pushChanges(engine());
        const { rows } = await db.execute(sql`select 1 from search_documents where meili_version <> version`);
        return rows.length === 0 && (await search(visitor, { q: "fire" })).engine;
      },
      { timeout: 15_000, interval: 400 },
    )
    .toBe("meilisearch");
}
