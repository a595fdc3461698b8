import { setTimeout as sleep } from "node:timers/promises";
import { desc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { searchCalibrations } from "@/db/schema";
import { visitor } from "@/lib/members/actor";
import { setClock } from "@/lib/platform/clock";
import { calibrateSuggestions } from "@/lib/search/calibrate-suggestions";
import { targetPrecision } from "@/lib/search/pick-threshold";
import { recordSuggestionOutcome } from "@/lib/search/record-suggestion-outcome";
import { scoreSuggestions } from "@/lib/search/score-suggestions";
import { type Asker, askerOf, askForSuggestions, ofEach, rounded } from "./ask";
import { indexAll } from "./bulk-load";
import { type Draft, type DuplicateSet } from "./duplicate-sets";
import { onEngine } from "./engines";
import type { QualityBench } from "./quality-sets";

export { duplicateSets } from "./duplicate-sets";

const locale = "en";
const offered = 5;
/** More titles than this say nothing new. */
const mostLearnt = 300;
const mostNights = 40;
const dayMs = 86_400_000;
/** Until a site that hears nobody has noticed a new threshold. */
const noticedMs = 2_500;

/**
 * What is suggested while asking: one half of the labelled pairs is told by deeds, the nightly calibration finds the
 * threshold, the other half judges it.
 */
export async function measureDuplicates({ engines, show }: QualityBench, databaseUrl: string, { name, load }: DuplicateSet): Promise<void> {
  const { learnt, held } = await load();
  await indexAll();
  await tellByDeeds(learnt.slice(0, mostLearnt));
  for (const engine of engines) {
    await db.delete(searchCalibrations);
    await onEngine(engine, databaseUrl, async (site) => {
      const { threshold, nights, reason, labels, curve } = await calibrate();
      await sleep(noticedMs);
      const by = `${name} · ${engine.name}`;
      show({ what: `${by}, shown from`, value: threshold, unit: "likelihood", beside: `${reason} in ${nights} nights, ${labels} labels` });
      for (const point of curve.filter(({ shown }, at) => at >= 20 && at % 10 === 0 && shown > 0))
        show({ what: `${by}, curve from ${point.threshold} on`, value: rounded(point.precision), unit: "precision", beside: `recall ${rounded(point.recall)}, ${point.shown} shown` });
      const judged = (wishes: Record<string, string>, drafts: Draft[]) => judge(askerOf(engine.name, (draft) => askForSuggestions(site, draft, wishes)), drafts);
      const same = await judged({}, held);
      show({ what: by, value: same.precision, unit: "precision", beside: saidOf(same, held), reach: `≥ ${targetPrecision}`, ok: same.shown === 0 ? undefined : same.precision >= targetPrecision });
      if (held.some(({ body }) => body)) {
        const alone = await judged({}, held.map((draft) => ({ ...draft, body: "" })));
        show({ what: `${by}, by the title alone`, value: alone.precision, unit: "precision", beside: saidOf(alone, held) });
      }
      const offered = await judged({ unsure: "true" }, held);
      show({ what: `${by}, offered with those that resemble it`, value: offered.recall, unit: "recall", beside: saidOf(offered, held) });
    });
  }
}

/** Who finds the same question says "that's it"; who was shown others asks all the same. */
async function tellByDeeds(drafts: Draft[]): Promise<void> {
  for (const { title, right, judged } of drafts) {
    const suggested = [...(await scoreSuggestions({ title, locale, leaveOut: [] })).keys()].slice(0, offered);
    const shown = [...(judged ?? suggested)].filter((key) => !right.has(key)).map(refOf);
    for (const key of right) await recordSuggestionOutcome(visitor, { title, shown: [refOf(key)], opened: [refOf(key)], outcome: "left_satisfied", locale });
    await recordSuggestionOutcome(visitor, { title, shown, outcome: "posted_anyway", locale });
  }
}

function refOf(key: string): { kind: string; id: number } {
  const [kind = "", id] = key.split(":");
  return { kind, id: Number(id) };
}

/** Night after night, until the threshold stays where it is. */
async function calibrate() {
  let before: number | undefined;
  try {
    for (let night = 0; ; night++) {
      setClock(new Date(Date.now() + night * dayMs));
      await calibrateSuggestions();
      const [latest] = await db.select().from(searchCalibrations).where(eq(searchCalibrations.locale, locale)).orderBy(desc(searchCalibrations.id)).limit(1);
      if (!latest) throw new Error("Nothing was calibrated");
      if (latest.threshold === before || night === mostNights) return { ...latest, nights: night };
      before = latest.threshold;
    }
  } finally {
    setClock(null);
  }
}

type Judged = { shown: number; right: number; precision: number; recall: number };

function saidOf({ shown, right, recall }: Judged, { length }: Draft[]): string {
  return shown === 0 ? `nothing is called the same, ${length} asked` : `recall ${recall}, ${right} of ${shown} right, ${length} asked`;
}

async function judge({ ask }: Asker<Draft>, drafts: Draft[]): Promise<Judged> {
  const all = await ofEach(drafts, async (draft) => {
    const { right, judged } = draft;
    const shown = (await ask(draft)).keys.filter((key) => !judged || judged.has(key));
    return { shown: shown.length, right: shown.filter((key) => right.has(key)).length, wanted: right.size };
  });
  const sum = (of: (one: (typeof all)[number]) => number) => all.reduce((total, one) => total + of(one), 0);
  const [shown, right, wanted] = [sum((one) => one.shown), sum((one) => one.right), sum((one) => one.wanted)];
  return { shown, right, precision: rounded(right / Math.max(1, shown)), recall: rounded(right / Math.max(1, wanted)) };
}
