import { setTimeout as sleep } from "node:timers/promises";
import { postThread } from "@/lib/threads/post-thread";
import { makePerson } from "../fill";
import type { Row } from "../pages";
import type { Site } from "../site";
import { askSite } from "./ask";
import type { Engine } from "./engines";

const ROUNDS = 10;
const LONGEST_MS = 10_000;

/** From the commit of a question until a visitor finds it, the slowest of some, at rest. */
export async function measureFindable(site: Site, { name }: Engine): Promise<Row> {
  const author = await makePerson(`finder-${name}`, "member");
  let slowest = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const word = `quillwort${name}${round}`;
    const { id } = await postThread(author, { title: `The ${word} squeaks all night`, body: "Since Monday.", category: "collected", locale: "en" });
    const written = performance.now();
    while (!(await askSite(site, word)).keys.includes(`thread:${id}`) && performance.now() - written < LONGEST_MS) await sleep(20);
    slowest = Math.max(slowest, Math.round(performance.now() - written));
  }
  return { what: `from written to found, the slowest of ${ROUNDS} · ${name}`, value: slowest, unit: "ms", reach: "≤ 2,000 ms", ok: slowest <= 2_000 };
}
