import type { Tx } from "@/db/client";
import { calibrateSuggestions } from "@/lib/search/calibrate-suggestions";
import { collectGold } from "@/lib/search/collect-gold";
import { gatherGaps } from "@/lib/search/gather-gaps";
import { measureQuality } from "@/lib/search/measure-quality";
import { saveRule } from "@/lib/search/save-rule";
import { search } from "./content/search";
import { keyIn } from "./load-searches";
import { at, before, person, type World } from "./world";

const DAY_MINUTES = 24 * 60;

/** What managers taught the search. */
export async function loadRules(tx: Tx, world: World): Promise<void> {
  const pins = search.pins.map(({ query, documents, ...pin }) => ({ ...pin, kind: "pin" as const, data: { query, keys: documents.map((document) => keyIn(world, document)) } }));
  const rules = [...search.rules, ...pins].sort((a, b) => b.agoDays - a.agoDays);
  for (const { by, agoDays, ...rule } of rules) await at(before(world, agoDays * DAY_MINUTES), () => saveRule(person(world, by), rule, tx));
}

/** As if a few nights had passed: what is learnt by night is there on the first morning. */
export async function learnFromSearches(world: World): Promise<void> {
  for (const nights of [3, 2, 1, 0]) {
    await at(before(world, nights * DAY_MINUTES), async () => {
      if (nights % 2 === 0) await collectGold();
      if (nights < 2) await measureQuality();
      await calibrateSuggestions();
    });
  }
  await gatherGaps();
}
