import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { offers, queueEntries } from "@/db/schema";
import { testDatabase } from "@/db/testing";
import { makeAgent, makeAsker, makeChatPlace, openOffers } from "@/db/testing/chat";
import { closeConversation } from "@/lib/conversations/close-conversation";
import { escalateThread } from "@/lib/escalations/escalate-thread";
import { setPresence } from "@/lib/presence/set-presence";
import { acceptOffer } from "./accept-offer";
import { gini } from "./gini";
import { listWorkload } from "./list-workload";
import { offerNext } from "./offer-next";
import { seeOffer } from "./see-offer";
import { makeMember } from "@/db/testing/factories";

testDatabase();

const ARRIVALS = 200;
const AGENTS = 10;
/** Even if all of them waited, the line would not be full. */
const SEATS_EACH = 8;

test("200 arrivals at once: no seat too many, nobody asked twice in a round, nobody starved, dealt out evenly", async () => {
  const place = await makeChatPlace();
  const askers = await Promise.all(Array.from({ length: ARRIVALS }, () => untilItGetsThrough(() => makeAsker(place))));
  const agents = await Promise.all(Array.from({ length: AGENTS }, () => makeAgent(place, { capacity: SEATS_EACH })));
  let arriving = true;
  const arrivals = Promise.all(askers.map(({ asker, threadId }) => untilItGetsThrough(() => escalateThread(asker, threadId, { choice: "chat" }))));
  // As the workers do, beside those who arrive.
  const route = async () => {
    while (arriving) await untilItGetsThrough(() => offerNext(place.departmentId));
  };
  await Promise.all([arrivals.finally(() => (arriving = false)), route(), route()]);
  const accepted = new Map(agents.map(({ id }) => [id, 0]));
  for (let turn = 0; [...accepted.values()].reduce((a, b) => a + b) < ARRIVALS; turn++) {
    expect(turn, "somebody is never asked").toBeLessThan(20);
    // All at once, so that accepting, closing and offering meet each other.
    await Promise.all(
      agents.map(async (agent) => {
        await setPresence(agent, { state: "online" });
        const open = await openOffers(agent);
        for (const { id } of open) await seeOffer(agent, id);
        for (const { id, conversationId } of open) {
          await acceptOffer(agent, id);
          accepted.set(agent.id, (accepted.get(agent.id) ?? 0) + 1);
          await closeConversation(agent, conversationId, { disposition: "private", reason: "Served." });
          await offerNext(place.departmentId);
        }
      }),
    );
    await offerNext(place.departmentId);
    expect(await overfull(place.departmentId)).toEqual([]);
  }
  const entries = await db.select().from(queueEntries).where(eq(queueEntries.departmentId, place.departmentId));
  expect(entries.map(({ state }) => state)).toEqual(Array(ARRIVALS).fill("assigned"));
  const asked = (await db.select().from(offers)).map(({ queueEntryId, agentId, round }) => `${queueEntryId}/${agentId}/${round}`);
  expect(new Set(asked).size).toBe(asked.length);
  expect(gini([...accepted.values()])).toBeLessThanOrEqual(0.1);
  const workload = await listWorkload(await makeMember({ role: "manager" }));
  expect(workload.unfairness).toBeCloseTo(gini([...accepted.values()]));
  await expect(listWorkload(await makeMember({ role: "agent" }))).rejects.toMatchObject({ code: "forbidden" });
}, 120_000);

/** A busy machine may keep somebody waiting for a connection for too long: they press again. */
async function untilItGetsThrough<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && error.message === "timeout exceeded when trying to connect") return untilItGetsThrough(work);
    throw error;
  }
}

async function overfull(departmentId: number): Promise<unknown[]> {
  const { rows } = await db.execute(sql`
    select member_id, load, capacity from agent_presence join department_members using (member_id)
    where department_id = ${departmentId} and load > capacity`);
  return rows;
}
