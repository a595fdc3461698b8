import { inTransaction } from "@/db/client";
import { eachAlone } from "@/lib/platform/each-alone";
import { findStuck } from "@/lib/queue/find-stuck";
import { assignOwners } from "./assign-owners";
import { endFollowUps } from "./end-follow-ups";
import { openFollowUp } from "./open-follow-up";
import { readTriggers } from "./read-triggers";

/** Each minute: what let somebody down gets a follow-up, what was made good ends it, the others get an owner who hears of it. */
export async function keepFollowUps(): Promise<void> {
  const stuck = await findStuck();
  await eachAlone(await readTriggers(stuck), (trigger) => inTransaction((tx) => openFollowUp(tx, trigger)));
  await endFollowUps(stuck);
  await assignOwners();
}
