import { randomUUID } from "node:crypto";
import { and, asc, eq, gt } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { memberEvents } from "@/db/schema";
import { testDatabase } from "@/db/testing";
import { makeChat, makeChatPlace } from "@/db/testing/chat";
import type { Member } from "@/lib/members/actor";
import type { MessageView } from "./conversation-view";
import { getConversation } from "./get-conversation";
import { listMessages } from "./list-messages";
import { postMessage } from "./post-message";

testDatabase();

/** Ten thousand take some fifteen minutes. A run that fails is named, and may be the first and only one then. */
const RUNS = Number(process.env.KUNDIG_MODEL_RUNS ?? 300);
const FIRST = Number(process.env.KUNDIG_MODEL_FIRST ?? 1);

/** mulberry32: the same seed is the same run. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A browser tab: an outbox that retries in order, and a stream that may lose its connection at any moment. */
class Tab {
  readonly shown = new Map<number, string>();
  readonly outbox: { clientId: string; body: string }[] = [];
  cursor = 0;

  constructor(
    readonly owner: Member,
    readonly conversationId: number,
    readonly random: () => number,
  ) {}

  async connect(after: number): Promise<void> {
    this.cursor = (await getConversation(this.owner, this.conversationId))?.cursor ?? 0;
    await this.fetch(after);
  }

  /** Closed and opened again: what was shown is gone, what was not sent yet is kept by the browser. */
  async restart(after: number): Promise<void> {
    this.shown.clear();
    await this.connect(after);
  }

  write(body: string): void {
    this.outbox.push({ clientId: randomUUID(), body });
  }

  /** One try of the first message: lost on the way there, lost on the way back, arriving twice, or well. */
  async send(): Promise<void> {
    const [first] = this.outbox;
    if (!first) return;
    const luck = this.random();
    if (luck < 0.2) return;
    const tries = luck < 0.4 ? 2 : 1;
    await Promise.all(Array.from({ length: tries }, () => postMessage(this.owner, this.conversationId, first)));
    if (luck < 0.6) return;
    if (this.outbox[0] === first) this.outbox.shift();
  }

  /** Reads the log from its cursor; a cut connection ends in the middle, a torn one repeats what was heard. */
  async listen({ cut = true } = {}): Promise<void> {
    const rows = await db
      .select()
      .from(memberEvents)
      .where(and(eq(memberEvents.memberId, this.owner.id), gt(memberEvents.seq, this.cursor)))
      .orderBy(asc(memberEvents.seq));
    const heard = cut ? rows.slice(0, Math.ceil(rows.length * this.random())) : rows;
    const frames = this.random() < 0.3 ? [...heard, ...heard].sort(() => this.random() - 0.5) : heard;
    for (const { event } of frames) this.show((event as { message?: MessageView }).message);
    if (this.random() < 0.7) this.cursor = heard.at(-1)?.seq ?? this.cursor;
  }

  async fetch(after: number): Promise<void> {
    for (const message of (await listMessages(this.owner, this.conversationId, { after })).items) this.show(message);
  }

  private show(message: MessageView | undefined): void {
    if (message?.conversationId === this.conversationId) this.shown.set(message.seq, message.body);
  }

  text(after: number): string[] {
    return [...this.shown]
      .filter(([seq]) => seq > after)
      .sort(([a], [b]) => a - b)
      .map(([, body]) => body);
  }
}

test(`${RUNS} runs of two people in three tabs each, restarted at will, over a network that drops, doubles and reorders`, async () => {
  const { asker, agent, conversationId } = await makeChat(await makeChatPlace());
  for (let run = FIRST; run < FIRST + RUNS; run++) {
    const random = randomFrom(run);
    const start = (await listMessages(agent, conversationId)).lastSeq;
    const tabs = [asker, asker, asker, agent, agent, agent].map((owner) => new Tab(owner, conversationId, random));
    // The tabs of one browser open with one snapshot.
    for (const browser of [tabs.slice(0, 3), tabs.slice(3)]) {
      await browser[0]?.connect(start);
      for (const tab of browser) tab.cursor = browser[0]?.cursor ?? 0;
    }
    const written = new Map<Tab, string[]>(tabs.map((tab) => [tab, []]));
    for (let step = 0; step < 12; step++) {
      const tab = tabs[Math.floor(random() * tabs.length)];
      if (!tab) continue;
      if (random() < 0.4) {
        const body = `${run}.${step}`;
        written.get(tab)?.push(body);
        tab.write(body);
      }
      const other = tabs[Math.floor(random() * tabs.length)];
      if (random() < 0.1) await other?.restart(start);
      await Promise.all([tab.send(), other?.send(), random() < 0.3 ? other?.listen() : undefined]);
    }
    for (const tab of tabs) while (tab.outbox.length > 0) await tab.send();
    // The last reconnect holds: the rest of the log, from the cursor that was really reached, is all there is to know.
    for (const tab of tabs) await tab.listen({ cut: false });

    const [first, ...others] = tabs.map((tab) => tab.text(start));
    for (const other of others) expect(other, `run ${run}`).toEqual(first);
    expect([...(first ?? [])].sort(), `run ${run}`).toEqual([...written.values()].flat().sort());
    for (const own of written.values()) expect(first?.filter((body) => own.includes(body)), `run ${run}`).toEqual(own);
  }
}, 180_000 + RUNS * 200);
