import { fork } from "node:child_process";
import { resolve } from "node:path";
import { rounded } from "./ask";
import type { SearchBench } from "./engines";
import type { Heard, Order } from "./measure-set";
import { type Loss, qualitySets } from "./quality-sets";

const reachedLoss = 0.008;

/** How well is found and suggested, each set in a community of its own, asked through REST as a visitor. */
export async function measureQuality(bench: SearchBench): Promise<void> {
  const losses: Loss[] = [];
  for (const set of Object.keys(qualitySets)) {
    if (bench.sets.length > 0 && !bench.sets.includes(set)) continue;
    bench.tell(set);
    const started = Date.now();
    losses.push(...(await measureSet(bench, set)));
    bench.tell(`${set} took ${Math.round((Date.now() - started) / 1000)} s`);
  }
  for (const what of new Set(losses.map((loss) => loss.what))) {
    const some = losses.filter((loss) => loss.what === what);
    const questions = some.reduce((sum, loss) => sum + loss.questions, 0);
    const value = rounded(some.reduce((sum, { lost, questions: asked }) => sum + lost * asked, 0) / questions);
    bench.show({ what: `${what}, all sets`, value, unit: "lost", beside: `${questions} questions`, reach: `≤ ${reachedLoss}`, ok: value <= reachedLoss });
  }
}

/** In a process of its own: what one has learnt from a community's texts must not help it in the next. */
function measureSet({ server, engines, show }: SearchBench, set: string): Promise<Loss[]> {
  const losses: Loss[] = [];
  const child = fork(resolve("bin/bench/search/measure-set.ts"), { execArgv: ["--import", "tsx"] });
  child.on("message", (heard: Heard) => {
    if ("row" in heard) show(heard.row);
    if ("loss" in heard) losses.push(heard.loss);
  });
  child.send({ set, server, engines } satisfies Order);
  return new Promise((done, fail) => child.once("exit", (code) => (code === 0 ? done(losses) : fail(new Error(`${set} could not be measured`)))));
}
