import { db, inTransaction } from "@/db/client";
import { publishToMembers, publishToTopic } from "@/lib/platform/events";
import { perDatabase } from "@/lib/platform/per-database";
import { bestOf, listAvailabilities } from "./get-availability";
import type { Availability } from "./queue-view";
import { type Place, readPlaces } from "./read-places";

const toldByNow = perDatabase("told-queue", () => ({ availability: new Map<number, string>(), places: new Map<number, string>() }));

/**
 * Tells open pages what changed since the last look: whether a department, or the best of all (0), is open, busy or closed, and to each
 * waiting person their place and wait. Called every second, which is also the pause between two such news.
 */
export async function announceQueue(): Promise<void> {
  const told = toldByNow();
  const availabilities = await listAvailabilities(db);
  const places: Place[] = [];
  for (const { departmentId, state } of availabilities) {
    if (departmentId !== null && state !== "open") places.push(...(await readPlaces(db, departmentId)));
  }
  const fresh = [...availabilities, bestOf(availabilities)].filter((availability) => isNews(told.availability, availability.departmentId ?? 0, summaryOf(availability)));
  const moved = places.filter((place) => !place.handedOver && isNews(told.places, place.entryId, `${place.position}/${place.bucket}/${place.backAt?.toISOString()}`));
  const waiting = new Set(places.map(({ entryId }) => entryId));
  for (const entryId of told.places.keys()) if (!waiting.has(entryId)) told.places.delete(entryId);
  if (fresh.length === 0 && moved.length === 0) return;
  await inTransaction(async (tx) => {
    for (const { departmentId, state } of fresh) {
      await publishToTopic(tx, `department:${departmentId ?? 0}`, { type: "availability.changed", departmentId, state });
    }
    for (const { askerId, conversationId, position, waitSeconds, bucket, backAt, offered } of moved.sort((a, b) => a.askerId - b.askerId)) {
      await publishToMembers(tx, [askerId], { type: "queue.changed", conversationId, position, waitSeconds, bucket, backAt, offered });
    }
  });
}

function isNews(known: Map<number, string>, key: number, summary: string): boolean {
  if (known.get(key) === summary) return false;
  known.set(key, summary);
  return true;
}

function summaryOf({ state, position, bucket, choices, nextOpenAt }: Availability): string {
  return [state, position, bucket, choices.join(), nextOpenAt].join("/");
}
