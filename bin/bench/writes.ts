import { randomUUID } from "node:crypto";
import type { BenchWorld } from "./fill";
import { percentile } from "./load";
import type { Row } from "./pages";
import type { Site } from "./site";
import { openStream } from "./stream-client";

const POST_SECONDS = 6;
/** A site that has just been started still compiles what it runs. */
const WARM_UP_SECONDS = 10;
const SCREENS = 500;

/** Eight people who answer at once, through REST, durable, with audit and outbox. */
export async function measurePosting(site: Site, world: BenchWorld): Promise<Row[]> {
  const times: number[] = [];
  let failed = 0;
  const threads = (await fetchJson<{ items: Array<{ id: number }> }>(`${site.url}/api/v1/threads?limit=50&sort=latest`)).items;
  const from = performance.now() + WARM_UP_SECONDS * 1000;
  const until = from + POST_SECONDS * 1000;
  await Promise.all(
    world.tokens.map(async (token, index) => {
      for (let count = 0; performance.now() < until; count++) {
        const thread = threads[(index * 6 + count) % threads.length]?.id ?? world.threadId;
        const started = performance.now();
        const response = await fetch(`${site.url}/api/v1/threads/${thread}/answers`, {
          method: "POST",
          headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
          body: JSON.stringify({ body: `Measured answer ${count} of ${index}: turn the pump wheel once by hand and try again.` }),
        });
        await response.arrayBuffer();
        if (response.status !== 201) failed += 1;
        else if (started >= from) times.push(performance.now() - started);
      }
    }),
  );
  const perSecond = Math.round(times.length / POST_SECONDS);
  const p99 = Math.round(percentile(times, 0.99));
  return [
    { what: "posting an answer, 8 at once", value: perSecond, unit: "/s", reach: "≥ 170/s", ok: perSecond >= 170 && failed === 0, p99Ms: p99 },
    { what: "posting an answer, p99", value: p99, unit: "ms", reach: "≤ 80 ms", ok: p99 <= 80 },
  ];
}

/** From the POST of an answer to the screens of everybody who has the thread open. */
export async function measureFanOut(site: Site, world: BenchWorld): Promise<Row[]> {
  const times: number[] = [];
  let sent = 0;
  const streams = await Promise.all(
    Array.from({ length: SCREENS }, (_, index) =>
      openStream(`${site.url}/stream?topics=thread:${world.threadId}`, index % 2 === 0 ? {} : { cookie: `kundig_session=${world.session}` }, (event) => {
        if (event === "answer.posted") times.push(performance.now() - sent);
      }),
    ),
  );
  const rounds = 5;
  for (let round = 0; round < rounds; round++) {
    sent = performance.now();
    await postAnswer(site, world, `Everybody sees this, round ${round}`);
    await until(() => times.length >= SCREENS * (round + 1), 5_000);
  }
  for (const stream of streams) stream.close();
  const p99 = Math.round(percentile(times, 0.99));
  return [{ what: `a new answer on ${SCREENS} screens, p99 (${times.length} of ${SCREENS * rounds} arrived)`, value: p99, unit: "ms", reach: "≤ 500 ms", ok: p99 <= 500 && times.length === SCREENS * rounds }];
}

async function postAnswer(site: Site, world: BenchWorld, body: string): Promise<void> {
  const response = await fetch(`${site.url}/api/v1/threads/${world.threadId}/answers`, {
    method: "POST",
    headers: { authorization: `Bearer ${world.tokens[1]}`, "content-type": "application/json", "idempotency-key": randomUUID() },
    body: JSON.stringify({ body }),
  });
  if (!response.ok) throw new Error(`The answer was refused: ${response.status} ${await response.text()}`);
}

async function fetchJson<T>(url: string): Promise<T> {
  return (await (await fetch(url)).json()) as T;
}

export async function until(done: () => boolean, limitMs: number): Promise<void> {
  const end = performance.now() + limitMs;
  while (!done() && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 2));
}
