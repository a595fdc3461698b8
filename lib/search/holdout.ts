import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { suggestionOptOuts } from "@/db/schema";
import { type Actor, isStaff, memberId } from "@/lib/members/actor";
import { readHoldout } from "./read-tuning";

export type Holdout = {
  /** Off: everybody sees suggestions. */
  on: boolean;
  /** So many of a hundred see none. */
  percent: number;
  /** Another salt is another draw. */
  salt: string;
  since: string | null;
};

/** Whether these people are among those who see no suggestions, so that the others can be compared with them. Never staff, and nobody who said no. */
export async function isHeldOut(actor: Actor, voice: string | undefined): Promise<boolean> {
  if (!(await wasDrawn(actor, voice))) return false;
  const member = memberId(actor);
  return member === null || !(await hasOptedOut(member));
}

/** Whether the draw fell on them, even if they then chose to see everything. */
export async function wasDrawn(actor: Actor, voice: string | undefined): Promise<boolean> {
  const holdout = await readHoldout();
  if (!holdout.on || actor.kind === "system" || isStaff(actor)) return false;
  const member = memberId(actor);
  const person = member === null ? voice : `member:${member}`;
  return person !== undefined && armOf(person, holdout) === "held";
}

/** The same person with the same salt is always drawn alike, on every machine. */
export function armOf(person: string, { percent, salt }: Pick<Holdout, "percent" | "salt">): "shown" | "held" {
  const drawn = createHash("sha256").update(`${salt} ${person}`).digest().readUInt32BE(0) / 2 ** 32;
  return drawn < percent / 100 ? "held" : "shown";
}

async function hasOptedOut(member: number): Promise<boolean> {
  const rows = await db.select({ id: suggestionOptOuts.memberId }).from(suggestionOptOuts).where(eq(suggestionOptOuts.memberId, member));
  return rows.length > 0;
}
