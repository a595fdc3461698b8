import type { Row } from "../pages";
import { inFreshDatabase } from "../site";
import type { Engine } from "./engines";
import { type Loss, qualitySets } from "./quality-sets";

export type Order = { server: string; set: string; engines: Engine[] };
export type Heard = { row: Row } | { loss: Loss } | { ended: true };

const say = (heard: Heard) => new Promise((said) => process.send?.(heard, said));

process.once("message", async ({ server, set, engines }: Order) => {
  const measure = qualitySets[set];
  if (!measure) throw new Error(`There is no set ${set}`);
  await inFreshDatabase(server, "kundig_bench_search", (url) => measure({ engines, show: (row) => void say({ row }), lose: (loss) => void say({ loss }) }, url));
  await say({ ended: true });
  process.exit(0);
});
process.once("disconnect", () => process.exit(1));
