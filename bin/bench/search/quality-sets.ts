import type { Row } from "../pages";
import { collections } from "./collections";
import { measureCompounds } from "./compounds";
import { duplicateSets, measureDuplicates } from "./duplicates";
import type { Engine } from "./engines";
import { measureRanking } from "./ranking";

/** What misspelt words cost the questions of a set, by how they are misspelt and who was asked. */
export type Loss = { what: string; lost: number; questions: number };

export type QualityBench = { engines: Engine[]; show: (row: Row) => void; lose: (loss: Loss) => void };

/** As they are named after `--set`. */
export const qualitySets: Record<string, (bench: QualityBench, databaseUrl: string) => Promise<void>> = {
  ...Object.fromEntries(collections.map((collection) => [collection.set, (bench: QualityBench, url: string) => measureRanking(bench, url, collection)])),
  "german-compounds": measureCompounds,
  ...Object.fromEntries(duplicateSets.map((duplicates) => [duplicates.set, (bench: QualityBench, url: string) => measureDuplicates(bench, url, duplicates)])),
};
