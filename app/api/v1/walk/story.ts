import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { db, inTransaction } from "@/db/client";
import { promises } from "@/db/schema";
import type { CanaryRole, CanaryWorld } from "@/db/testing/canaries";
import { openFollowUp } from "@/lib/follow-ups/open-follow-up";
import { keepPromises } from "@/lib/promises/keep-promises";
import { offerNext } from "@/lib/queue/offer-next";

export type Call = (role: CanaryRole, method: string, path: string, body?: unknown) => Promise<Record<string, unknown>>;

/** The loop, told through the interface alone: what a walk by chance never gets to, because it needs the right order. */
export async function tellStory({ mark, people, departments, categories }: CanaryWorld, call: Call): Promise<void> {
  const ask = (role: CanaryRole, what: string) => call(role, "POST", "/threads", { title: `${what} ${mark}`, body: "It does not work.", category: categories.open });

  const { id: threadId } = await ask("asker", "The filter is stuck");
  const wrong = await call("other", "POST", `/threads/${threadId}/answers`, { body: "Buy a new one." });
  const right = await call("other", "POST", `/threads/${threadId}/answers`, { body: "Turn it to the left." });
  await call("asker", "PUT", `/answers/${wrong.id}/rejection`, { rejected: true });
  await call("asker", "PUT", `/answers/${right.id}/acceptance`, { accepted: true });
  const guide = await call("agent", "POST", `/threads/${threadId}/article`, { answerIds: [right.id] });
  await call("agent", "POST", `/articles/${guide.id}/videos`, { title: "How to turn it", captions: { en: "WEBVTT\n\n00:00.000 --> 00:02.000\nTurn it to the left." } });

  await call("member", "POST", "/flags", { targetKind: "answer", targetId: wrong.id, reason: "rude" });
  const review = (await call("agent", "GET", "/review?limit=50")) as { items: { id: number; target: { kind: string; id: number } }[] };
  const found = review.items.find(({ target }) => target.kind === "answer" && target.id === wrong.id);
  const decision = await call("agent", "POST", `/review/${found?.id}/decisions`, { action: "hide", reason: "Not helpful at all" });
  const appeal = await call("other", "POST", "/appeals", { decisionId: decision.id, text: "But it is what I would do." });
  await call("manager", "POST", `/appeals/${appeal.id}/decisions`, { granted: true, answer: "You are right, it stays." });

  const twin = await ask("member", "The filter is stuck as well");
  await call("manager", "POST", `/threads/${twin.id}/merge`, { into: threadId });
  await call("manager", "DELETE", `/threads/${twin.id}/merge`);
  await call("member", "PUT", "/me/avatar", { fileId: null });

  const texts = { nameDe: "Sieb", nameEn: "Filter", bodyDe: "Bitte nach links drehen.", bodyEn: "Please turn it to the left.", departments: [] };
  const macro = await call("manager", "POST", "/macros", texts);
  for (const decision of ["refusal", "approval"]) {
    await call("manager", "PUT", `/macros/${macro.id}`, { ...texts, departments: [`desk-${mark}`] });
    await call("manager", "POST", `/macros/${macro.id}/proposal`);
    if (decision === "refusal") await call("manager", "POST", `/macros/${macro.id}/refusal`, { reason: "Too short" });
    else await call("manager", "PUT", `/macros/${macro.id}/approval`);
  }
  await call("manager", "DELETE", `/macros/${macro.id}`);

  const saved = await call("member", "POST", "/saved-searches", { query: "q=filter", name: "My filters" });
  await call("member", "PATCH", `/saved-searches/${saved.id}`, { tellsNew: true });

  const endpoint = "https://fcm.googleapis.com/fcm/send/of-nobody";
  await call("member", "GET", "/me/push");
  await call("member", "PUT", "/me/push", { endpoint, keys: { p256dh: "B".repeat(87), auth: "A".repeat(22) } });
  await call("member", "DELETE", "/me/push", { endpoint });

  await call("agent", "PUT", "/agents/me/presence", { state: "online" });
  const first = await escalate("member", "Water on the floor");
  await call("agent", "PUT", `/offers/${first.offerId}/seen`);
  await call("agent", "POST", `/offers/${first.offerId}/extend`);
  await call("agent", "POST", `/offers/${first.offerId}/decline`);
  await call("member", "PUT", `/conversations/${first.conversationId}/choice`, { choice: "message" });
  const { items: slots } = (await call("member", "GET", `/conversations/${first.conversationId}/call`)) as { items: { startsAt: string }[] };
  await call("member", "PUT", `/conversations/${first.conversationId}/call`, { startsAt: slots[0]?.startsAt, phone: "+49 89 123 456" });
  await call("agent", "GET", "/calls");
  await keepPromises();
  const [promise] = await db.select({ id: promises.id }).from(promises).where(eq(promises.conversationId, Number(first.conversationId)));
  await call("agent", "POST", `/promises/${promise?.id}/acknowledgement`);
  await call("member", "DELETE", `/conversations/${first.conversationId}/call`);
  await call("member", "PUT", `/conversations/${first.conversationId}/call`, { startsAt: slots[1]?.startsAt, phone: "+49 89 123 456" });
  await call("agent", "POST", `/conversations/${first.conversationId}/call/outcome`, { outcome: "missed" });
  await call("member", "POST", `/conversations/${first.conversationId}/leave`, { solved: true });

  const second = await escalate("other", "No light in the drum");
  await call("agent", "POST", `/offers/${second.offerId}/accept`);
  const chat = `/conversations/${second.conversationId}`;
  const said = await call("agent", "POST", `${chat}/messages`, { clientId: randomUUID(), body: "The lamp is behind the seal." });
  await call("other", "PUT", `${chat}/messages/${said.seq}/repeat`);
  await call("agent", "GET", `${chat}/publication?seqs=${said.seq}`);
  const publication = await call("agent", "POST", `${chat}/publication`, { seqs: [said.seq], body: "The lamp is behind the seal." });
  await call("manager", "POST", `${chat}/watching`);
  await call("foreignAgent", "PUT", "/agents/me/presence", { state: "online" });
  await call("agent", "POST", `${chat}/transfer`, { note: "Do you know this lamp?", agentId: people.foreignAgent.id });
  await call("agent", "DELETE", `${chat}/transfer`);
  await call("agent", "POST", `${chat}/close`, { disposition: "publish" });
  await call("agent", "POST", "/agents/me/wrap-up/extend");
  await call("other", "PUT", `/publications/${publication.id}/consent`, { consent: true });
  await call("other", "POST", `${chat}/transcript`);
  await call("other", "POST", `${chat}/rating`, { fast: 5, clear: 4, fair: 5 });

  const called = await letDown("member", "Nobody was there");
  await call("manager", "PUT", `${called}/owner`, { ownerId: people.agent.id });
  await call("agent", "POST", `${called}/take`);
  await call("manager", "POST", `${called}/mend`);
  await call("agent", "POST", `${called}/call-offer`);
  await call("agent", "POST", `${await letDown("other", "Nobody was there for me")}/close`);
  const weekly = [{ day: 0, from: "09:00", to: "12:30" }];
  await call("manager", "PUT", `/agents/${people.agent.id}/shifts`, { departmentId: departments.home, plan: { weekly, exceptions: [] } });
  await call("manager", "GET", `/agents/${people.agent.id}/shifts`);
  await call("agent", "GET", `/departments/${departments.home}/staffing`);
  const hold = await call("manager", "POST", `${chat}/hold`, { reason: "A dispute about the lamp" });
  await call("manager", "DELETE", `/holds/${hold.id}`);

  const third = await ask("member", "A smell of rubber");
  await call("member", "DELETE", `/threads/${third.id}/escalation`);

  async function letDown(role: "member" | "other", what: string): Promise<string> {
    const threadId = Number((await ask(role, what)).id);
    const { id: memberId } = people[role];
    await inTransaction((tx) =>
      openFollowUp(tx, { kind: "left", reason: "left", cause: what, at: new Date(), departmentId: departments.home, threadId, memberId, conversationId: null }),
    );
    const { items } = (await call("agent", "GET", "/follow-ups?kind=left")) as { items: { id: number; thread: { id: number } }[] };
    return `/follow-ups/${items.find(({ thread }) => thread.id === threadId)?.id}`;
  }

  async function escalate(role: "member" | "other", what: string) {
    const { id } = await ask(role, what);
    const { conversationId } = await call(role, "POST", `/threads/${id}/escalation`, { choice: "chat" });
    await offerNext(departments.home);
    const offers = (await call("agent", "GET", "/agents/me/offers")) as { items: { id: number; conversationId: number }[] };
    const offer = offers.items.find((one) => one.conversationId === conversationId);
    if (!offer) throw new Error(`${people.agent.name} was offered nothing`);
    return { conversationId, offerId: offer.id };
  }
}
