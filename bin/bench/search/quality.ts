import { inFreshDatabase } from "../site";
import { collections } from "./collections";
import { measureCompounds } from "./compounds";
import { duplicateSets, measureDuplicates } from "./duplicates";
import type { SearchBench } from "./engines";
import { type Losses, measureRanking, showLosses } from "./ranking";

/** As they are named after `--set`. */
export const qualitySets = [...collections.map(({ set }) => set), "german-compounds", ...duplicateSets.map(({ set }) => set)];

/** How well is found and suggested, each set in a community of its own, asked through REST as a visitor. */
export async function measureQuality(bench: SearchBench): Promise<void> {
  const losses: Losses = new Map();
  for (const collection of collections) await measureSet(bench, collection.set, (url) => measureRanking(bench, url, collection, losses));
  showLosses(losses, bench);
  await measureSet(bench, "german-compounds", (url) => measureCompounds(bench, url));
  for (const duplicates of duplicateSets) await measureSet(bench, duplicates.set, (url) => measureDuplicates(bench, url, duplicates));
}

async function measureSet({ server, sets, tell }: SearchBench, set: string, measure: (databaseUrl: string) => Promise<void>): Promise<void> {
  if (sets.length > 0 && !sets.includes(set)) return;
  tell(set);
  const started = Date.now();
  await inFreshDatabase(server, "kundig_bench_search", measure);
  tell(`${set} took ${Math.round((Date.now() - started) / 1000)} s`);
}
