import { describe, expect, it } from "vitest";
import { ChatOutbox, type OutboxEntry, type SendResult } from "./chat-outbox";
import { fakeBrowser, type Tab } from "./fake-browser";
import { mergeMessages, type ChatMessage } from "./message-log";

const ME = 7;

describe("the outbox", () => {
  it("keeps order and loses and doubles nothing, whatever the network and the tabs do", async () => {
    for (let seed = 1; seed <= 300; seed++) await liveThrough(seed);
  });

  it("keeps what was written when the network is away, and sends it when it is back", async () => {
    const { outbox, server, browser } = setUp({ unreachable: true });
    outbox.add(text("one"));
    outbox.add(text("two"));
    await browser.pass(60_000);
    expect(outbox.entries().map((entry) => [entry.body, entry.state])).toEqual([
      ["one", "waiting"],
      ["two", "queued"],
    ]);
    server.unreachable = false;
    outbox.hurry();
    await browser.pass(5_000);
    expect(server.bodies()).toEqual(["one", "two"]);
    expect(outbox.entries()).toEqual([]);
  });

  it("holds back for five seconds what can be taken back, also through a reload; nobody sees it before", async () => {
    const { outbox, server, browser, tab, open } = setUp({});
    const first = outbox.add(text("one"), 5_000);
    await browser.pass(4_000);
    expect(server.attempts).toEqual([]);
    expect(outbox.takeBack(first.clientId)).toBe("one");
    await browser.pass(10_000);
    expect(server.attempts).toEqual([]);

    outbox.add(text("two"), 5_000);
    outbox.add(text("three"));
    browser.closeTab(tab);
    outbox.stop();
    const again = open();
    await browser.pass(4_000);
    expect(server.attempts).toEqual([]);
    expect(again.entries().map(({ body }) => body)).toEqual(["two", "three"]);
    await browser.pass(9_000);
    expect(server.bodies()).toEqual(["two", "three"]);

    again.add(text("four"), 5_000);
    again.sendNow(text("four").conversationId);
    await browser.pass(4_000);
    expect(server.bodies()).toEqual(["two", "three", "four"]);
  });

  it("waits 1, 2, 4, 8 and then 15 seconds, each ± 30 %", async () => {
    const { outbox, server, browser } = setUp({ unreachable: true });
    outbox.add(text("one"));
    await browser.pass(200_000);
    const pauses = server.attempts.slice(1).map((at, index) => (at - (server.attempts[index] ?? 0)) / 1000);
    for (const [index, wanted] of [1, 2, 4, 8, 15, 15, 15].entries()) {
      expect(pauses[index]).toBeGreaterThanOrEqual(wanted * 0.7);
      expect(pauses[index]).toBeLessThanOrEqual(wanted * 1.3);
    }
  });

  it("keeps the text of what was refused and goes on with the next", async () => {
    const { outbox, server, browser } = setUp({ refuse: "one" });
    const first = outbox.add(text("one"));
    outbox.add(text("two"));
    await browser.pass(5_000);
    expect(server.bodies()).toEqual(["two"]);
    expect(outbox.entries()).toMatchObject([{ body: "one", state: "rejected", reason: "closed" }]);
    expect(outbox.takeBack(first.clientId)).toBe("one");
    expect(outbox.entries()).toEqual([]);
  });

  it("holds everything behind a message whose writer has to look first", async () => {
    const { outbox, server, browser } = setUp({ hold: "one" });
    const first = outbox.add(text("one"));
    outbox.add(text("two"));
    await browser.pass(5_000);
    expect(server.bodies()).toEqual([]);
    server.hold = undefined;
    outbox.sendAnyway(first.clientId, 9);
    await browser.pass(5_000);
    expect(server.bodies()).toEqual(["one", "two"]);
  });

  it("forgets what another member left on a shared computer", () => {
    const { store, parts } = setUp({});
    store.set("x", { ...text("secret"), clientId: "x", memberId: 99, at: 1, state: "queued" });
    const outbox = new ChatOutbox(parts, ME);
    expect(outbox.entries()).toEqual([]);
    expect(store.size).toBe(0);
  });

  it("lets another tab finish what a closed tab began", async () => {
    const { outbox, server, browser, tab, open } = setUp({ unreachable: true });
    const second = open();
    outbox.add(text("one"));
    await browser.pass(500);
    browser.closeTab(tab);
    outbox.stop();
    server.unreachable = false;
    await browser.pass(20_000);
    expect(server.bodies()).toEqual(["one"]);
    expect(second.entries()).toEqual([]);
  });
});

/** Three tabs write into two conversations while answers are lost, late and doubled, and tabs are reloaded. */
async function liveThrough(seed: number): Promise<void> {
  const { browser, server, open, openTabs, close } = setUp({ seed, loss: 0.35 });
  const written = new Map<number, string[]>([
    [1, []],
    [2, []],
  ]);
  open();
  open();
  for (let step = 0; step < 24; step++) {
    const tabs = [...openTabs];
    const tab = tabs[Math.floor(browser.random() * tabs.length)];
    if (!tab) throw new Error("no tab");
    const luck = browser.random();
    if (luck < 0.6) {
      const conversationId = browser.random() < 0.5 ? 1 : 2;
      const body = `${conversationId}-${step}`;
      written.get(conversationId)?.push(body);
      tab.outbox.add({ ...text(body), conversationId });
    } else if (luck < 0.8) {
      close(tab);
      open();
    } else tab.outbox.hurry();
    await browser.pass(browser.random() * 3_000);
  }
  server.loss = 0;
  await browser.pass(120_000);
  for (const [conversationId, bodies] of written)
    expect(server.bodies(conversationId), `seed ${seed}`).toEqual(bodies);
  for (const tab of openTabs) {
    expect(tab.outbox.entries()).toEqual([]);
    const seqs = tab.log.map(({ conversationId, seq }) => `${conversationId}/${seq}`);
    expect(new Set(seqs).size).toBe(seqs.length);
  }
}

type Options = { seed?: number; loss?: number; unreachable?: boolean; refuse?: string; hold?: string };

function setUp({ seed = 1, ...options }: Options) {
  const browser = fakeBrowser(seed);
  const store = new Map<string, OutboxEntry>();
  const server = fakeServer(browser, options);
  let ids = 0;
  const partsOf = (tab: Tab) => ({
    store: {
      all: () => [...store.values()],
      put: (entry: OutboxEntry) => void store.set(entry.clientId, structuredClone(entry)),
      remove: (clientId: string) => void store.delete(clientId),
    },
    ties: tab.ties,
    timers: browser.timers,
    send: server.send,
    newId: () => `id-${seed}-${ids++}`,
  });
  const openTabs = new Set<{ tab: Tab; outbox: ChatOutbox; log: ChatMessage[] }>();
  const open = () => {
    const tab = browser.openTab();
    const opened = { tab, outbox: new ChatOutbox(partsOf(tab), ME), log: [] as ChatMessage[] };
    opened.outbox.onSent((message) => {
      const others = opened.log.filter((known) => known.conversationId !== message.conversationId);
      const same = opened.log.filter((known) => known.conversationId === message.conversationId);
      opened.log = [...others, ...mergeMessages(same, [message])];
    });
    openTabs.add(opened);
    return opened.outbox;
  };
  const close = (opened: { tab: Tab; outbox: ChatOutbox; log: ChatMessage[] }) => {
    openTabs.delete(opened);
    opened.outbox.stop();
    browser.closeTab(opened.tab);
  };
  const tab = browser.openTab();
  const parts = partsOf(tab);
  const outbox = new ChatOutbox(parts, ME);
  openTabs.add({ tab, outbox, log: [] });
  return { browser, store, server, parts, outbox, tab, open, openTabs, close };
}

/** Numbers messages under a lock and knows them by their id; its answers may get lost after the work is done. */
function fakeServer(browser: ReturnType<typeof fakeBrowser>, options: Options) {
  const kept: ChatMessage[] = [];
  const server = {
    ...options,
    loss: options.loss ?? 0,
    attempts: [] as number[],
    bodies: (conversationId = 1) =>
      kept.filter((message) => message.conversationId === conversationId).map((message) => message.body),
    send: async (entry: OutboxEntry): Promise<SendResult> => {
      server.attempts.push(browser.timers.now());
      if (server.unreachable) throw new Error("offline");
      await delay(browser.random() * 800);
      if (browser.random() < server.loss) throw new Error("lost on the way there");
      if (entry.body === server.refuse) return { kind: "rejected", reason: "closed" };
      if (entry.body === server.hold) return { kind: "held", reason: "look" };
      const message = keep(entry);
      await delay(browser.random() * 800);
      if (browser.random() < server.loss) throw new Error("lost on the way back");
      return { kind: "sent", message };
    },
  };
  const delay = (ms: number) => new Promise<void>((resolve) => browser.timers.set(resolve, ms));
  const keep = (entry: OutboxEntry): ChatMessage => {
    const known = kept.find((message) => message.clientId === entry.clientId);
    if (known) return known;
    const seq = kept.filter((message) => message.conversationId === entry.conversationId).length + 1;
    const message: ChatMessage = {
      conversationId: entry.conversationId,
      seq,
      clientId: entry.clientId,
      authorId: ME,
      side: "asker",
      visibility: "all",
      kind: "text",
      body: entry.body,
      createdAt: "2026-11-21T20:00:00.000Z",
    };
    kept.push(message);
    return message;
  };
  return server;
}

function text(body: string) {
  return { conversationId: 1, body, visibility: "all" as const, baseSeq: 0 };
}
