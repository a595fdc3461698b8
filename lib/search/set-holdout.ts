import { randomBytes } from "node:crypto";
import { z } from "zod";
import { inTransaction, type Tx } from "@/db/client";
import type { Actor } from "@/lib/members/actor";
import { assertCan } from "@/lib/members/require-member";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { invalidatePages } from "@/lib/platform/pages/page-tags";
import { parseInput } from "@/lib/platform/parse-input";
import { writeSetting } from "@/lib/settings/write-setting";
import { canTuneSearch } from "./permissions";
import { forgetSearchTuning, holdoutKey, readHoldout, tuningTag } from "./read-tuning";

const holdoutInput = z.object({ on: z.boolean() });
const share = 5;

/** Starts or ends the comparison with those who see no suggestions. Each start draws anew. */
export async function setHoldout(actor: Actor, input: unknown, outer?: Tx): Promise<{ on: boolean }> {
  const { on } = parseInput(holdoutInput, input);
  assertCan(canTuneSearch(actor));
  const before = await readHoldout();
  if (before.on === on) return { on };
  const next = on ? { on, percent: share, salt: randomBytes(9).toString("base64url"), since: now().toISOString() } : { ...before, on };
  await inTransaction(async (tx) => {
    await writeSetting(tx, holdoutKey, next);
    await recordAudit(tx, actor, on ? "holdout.started" : "holdout.ended", { kind: "settings", id: holdoutKey }, { percent: share });
    await invalidatePages(tx, tuningTag);
  }, outer);
  forgetSearchTuning();
  return { on };
}
