import { createECDH, randomBytes } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { notifications, offers } from "@/db/schema";
import { testDatabase } from "@/db/testing";
import { makeAgent, makeAsker, makeChatPlace, openOffers, type ChatPlace } from "@/db/testing/chat";
import { makeMember } from "@/db/testing/factories";
import { jobsNamed } from "@/db/testing/traces";
import { escalateThread } from "@/lib/escalations/escalate-thread";
import type { Member } from "@/lib/members/actor";
import { setClock } from "@/lib/platform/clock";
import { pushOffer } from "@/lib/push/push-offer";
import { subscribeBrowser } from "@/lib/push/subscribe-browser";
import { acceptOffer } from "./accept-offer";
import { extendOffer } from "./decline-offer";
import { missOffers } from "./miss-offers";
import { offerNext } from "./offer-next";
import { seeOffer } from "./see-offer";

testDatabase();
afterEach(() => setClock(null));

const start = Date.now();
const at = (seconds: number) => setClock(new Date(start + seconds * 1_000));

async function offered(place: ChatPlace, agent: Member): Promise<number> {
  const { asker, threadId } = await makeAsker(place);
  await escalateThread(asker, threadId, { choice: "chat" });
  await offerNext(place.departmentId);
  const [offer] = await openOffers(agent);
  return offer?.id ?? 0;
}

function browser(name: string) {
  const keys = createECDH("prime256v1");
  keys.generateKeys();
  return { endpoint: `https://fcm.googleapis.com/fcm/send/${name}`, keys: { p256dh: keys.getPublicKey("base64url"), auth: randomBytes(16).toString("base64url") } };
}

const stateOf = async (id: number) => (await db.select().from(offers).where(eq(offers.id, id)))[0]?.state;
const kindsOf = async ({ id }: Member) => (await db.select().from(notifications).where(eq(notifications.memberId, id))).map(({ kind }) => kind);

test("what a screen has shown is open for thirty seconds from then on, however often the screen says so", async () => {
  at(0);
  const place = await makeChatPlace();
  const agent = await makeAgent(place);
  const id = await offered(place, agent);
  at(5);
  const { expiresAt } = await seeOffer(agent, id);
  expect(Math.abs(expiresAt.getTime() - start - 35_000)).toBeLessThan(3_000);
  at(20);
  expect(await seeOffer(agent, id)).toEqual({ expiresAt });
  await missOffers();
  await acceptOffer(agent, id);
});

test("what no screen has shown goes to the next agent within seconds, and the first is told by mail", async () => {
  at(0);
  const place = await makeChatPlace();
  const lead = await makeMember({ role: "manager" });
  const deaf = await makeAgent(place, { capacity: 1 });
  const id = await offered(place, deaf);
  const next = await makeAgent(place);
  at(3);
  await missOffers();
  expect(await stateOf(id)).toBe("open");
  at(7);
  await missOffers();
  await offerNext(place.departmentId);
  expect(await stateOf(id)).toBe("missed");
  expect(await openOffers(next)).toHaveLength(1);
  expect(await kindsOf(deaf)).toEqual(["offer_unseen"]);
  expect(await kindsOf(lead)).toEqual([]);
  await expect(acceptOffer(deaf, id)).rejects.toMatchObject({ code: "offer_gone" });
});

test("who named a browser is pushed first; its receipt opens the offer, a dead one changes nothing", async () => {
  at(0);
  const place = await makeChatPlace();
  const lead = await makeMember({ role: "manager" });
  const agent = await makeAgent(place);
  await subscribeBrowser(agent, browser("phone"));
  const shown = await offered(place, agent);
  at(7);
  await missOffers();
  await missOffers();
  expect(await jobsNamed("push.offer")).toEqual([{ offerId: shown }]);
  const called: string[] = [];
  await pushOffer({ offerId: shown }, async (url) => (called.push(url), { status: 201 }));
  expect(called).toHaveLength(1);
  at(12);
  await seeOffer(agent, shown);
  at(30);
  await missOffers();
  expect(await stateOf(shown)).toBe("open");
  await pushOffer({ offerId: shown }, async () => expect.unreachable("seen already"));

  const second = await offered(place, agent).then(async () => (await openOffers(agent)).at(-1)?.id ?? 0);
  at(37);
  await missOffers();
  await pushOffer({ offerId: second }, async () => {
    throw new Error("the push service is dead");
  });
  at(48);
  await missOffers();
  expect(await stateOf(second)).toBe("missed");
  expect(await kindsOf(agent)).toEqual(["offer_unseen"]);
  // Both were missed by now: the agent is asked no more, and the supervisor hears so once.
  expect(await kindsOf(lead)).toEqual(["agent_silent"]);
  const { rows } = await db.execute(sql`
    select data->'seen' as seen from conversation_events where type = 'offer_missed' and (data->>'agentId')::bigint = ${agent.id}`);
  expect(rows.map(({ seen }) => seen).sort()).toEqual([false, true]);
});

test("reading is a receipt too; another's offer is not found", async () => {
  at(0);
  const place = await makeChatPlace();
  const agent = await makeAgent(place);
  const id = await offered(place, agent);
  for (const other of [await makeAgent(place, { online: false }), await makeMember()]) {
    await expect(seeOffer(other, id)).rejects.toMatchObject({ code: "not_found" });
  }
  await expect(seeOffer(agent, "x")).rejects.toMatchObject({ code: "invalid_input" });
  await extendOffer(agent, id);
  at(40);
  await missOffers();
  expect(await kindsOf(agent)).toEqual([]);
});
