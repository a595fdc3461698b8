import { afterEach, expect, test } from "vitest";
import { testDatabase } from "@/db/testing";
import { makeAgent, makeAsker, makeChatPlace, say } from "@/db/testing/chat";
import { makeMember } from "@/db/testing/factories";
import { getConversation } from "@/lib/conversations/get-conversation";
import { editDepartment } from "@/lib/departments/edit-department";
import { escalateThread } from "@/lib/escalations/escalate-thread";
import { setClock } from "@/lib/platform/clock";
import { setPresence } from "@/lib/presence/set-presence";
import { acceptOffer } from "./accept-offer";
import { listOffers } from "./list-offers";
import { offerNext } from "./offer-next";

testDatabase();
afterEach(() => setClock(null));

test("whom a department has not taken after a minute and a half is offered to the one that helps out, and from there on", async () => {
  const [place, helping, further, stranger] = [await makeChatPlace(), await makeChatPlace(), await makeChatPlace(), await makeChatPlace()];
  const manager = await makeMember({ role: "manager" });
  const helps = (id: number, helpedBy: number | null) => editDepartment(manager, { id, service: { helpedBy } });
  await helps(place.departmentId, helping.departmentId);
  await helps(helping.departmentId, further.departmentId);
  await helps(further.departmentId, place.departmentId);
  const busy = await makeAgent(place, { capacity: 1 });
  const helpers = [await makeAgent(helping, { capacity: 1 }), await makeAgent(further, { capacity: 1 }), await makeAgent(stranger)];
  const offersTo = async () => Promise.all(helpers.map(async (agent) => (await listOffers(agent)).map(({ conversationId }) => conversationId)));

  const asked = [];
  for (let count = 0; count < 3; count++) {
    const { asker, threadId } = await makeAsker(place);
    const { conversationId } = await escalateThread(asker, threadId, { choice: "chat" });
    asked.push({ asker, conversationId });
  }
  expect(await offerNext(place.departmentId)).toBe(1);
  expect(await listOffers(busy)).toHaveLength(1);
  expect(await offersTo()).toEqual([[], [], []]);

  setClock(new Date(Date.now() + 91_000));
  for (const agent of [busy, ...helpers]) await setPresence(agent, { state: "online" });
  expect(await offerNext(place.departmentId)).toBe(2);
  const [, second, third] = asked.map(({ conversationId }) => conversationId);
  expect(await offersTo()).toEqual([[second], [third], []]);

  const [helper] = helpers;
  const [offer] = helper ? await listOffers(helper) : [];
  if (!helper || !offer) throw new Error("nothing was offered");
  await acceptOffer(helper, offer.id);
  await say(helper, offer.conversationId, "I help out today.");
  expect(await getConversation(helper, offer.conversationId)).toMatchObject({ can: { write: true, transfer: true, close: true } });
});

test("a department helps none but others", async () => {
  const { departmentId: id } = await makeChatPlace();
  const manager = await makeMember({ role: "manager" });
  for (const helpedBy of [id, 999_999]) {
    await expect(editDepartment(manager, { id, service: { helpedBy } })).rejects.toMatchObject({ fields: { "service.helpedBy": {} } });
  }
});
