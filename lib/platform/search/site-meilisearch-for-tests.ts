import { afterAll, beforeAll } from "vitest";
import { type MeilisearchEngine, meilisearchFromEnvironment } from "./meilisearch-engine";
import { type RunningMeilisearch, startMeilisearch } from "./meilisearch-for-tests";
import { setPatience } from "./patience";

const variables = ["MEILI_URL", "MEILI_KEY", "MEILI_INDEX"];

type Started = Pick<RunningMeilisearch, "url" | "key" | "stop">;

/** For the tests of this block the site has a Meilisearch with an index of its own, empty unless it is filled. */
export function siteMeilisearch(name: string, fill = empty, start: () => Promise<Started> = startMeilisearch): void {
  const before = { ...process.env };
  let running: Started;
  beforeAll(async () => {
    running = await start();
    setPatience(10_000);
    Object.assign(process.env, { MEILI_URL: running.url, MEILI_KEY: running.key, MEILI_INDEX: `${name}_${process.pid}` });
    const engine = meilisearchFromEnvironment();
    if (engine) await fill(engine);
  }, 60_000);
  afterAll(async () => {
    setPatience(null);
    for (const variable of variables) {
      if (before[variable] === undefined) delete process.env[variable];
      else process.env[variable] = before[variable];
    }
    await running.stop();
  });
}

async function empty(engine: MeilisearchEngine): Promise<unknown> {
  return engine.replaceAll((async function* () {})());
}
