import { expect, test } from "vitest";
import { testDatabase } from "@/db/testing";
import { makeAgent, makeAsker, makeChatPlace, openOffers } from "@/db/testing/chat";
import { escalateThread } from "@/lib/escalations/escalate-thread";
import { getThreadOverlay } from "@/lib/threads/get-overlay";
import { startWorker } from "@/lib/worker";
import { declineOffer } from "./decline-offer";

testDatabase();

async function soon(what: () => Promise<boolean>): Promise<boolean> {
  for (let tries = 0; tries < 100; tries++) {
    if (await what()) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}

test("with the worker running everything happens by itself: the ladder begins, who waits is offered and passed on", async () => {
  const worker = await startWorker();
  try {
    const place = await makeChatPlace();
    const { asker, threadId } = await makeAsker(place);
    expect(await soon(async () => (await getThreadOverlay(asker, threadId))?.escalation?.state === "unanswered")).toBe(true);
    const [first, second] = [await makeAgent(place), await makeAgent(place)];
    await escalateThread(asker, threadId, { choice: "chat" });
    const offered = async () => [...(await openOffers(first)), ...(await openOffers(second))];
    expect(await soon(async () => (await offered()).length === 1)).toBe(true);
    const [offer] = await offered();
    const holder = (await openOffers(first)).length > 0 ? first : second;
    await declineOffer(holder, offer?.id);
    expect(await soon(async () => (await openOffers(holder === first ? second : first)).length === 1)).toBe(true);
  } finally {
    await worker.stop();
  }
}, 40_000);
