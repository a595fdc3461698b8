import { describe, expect, it } from "vitest";
import { createFrameParser, type StreamFrame } from "./frame-parser";
import { fakeBrowser, type Tab } from "./fake-browser";
import { LiveStream, type Connect } from "./live-stream";

describe("a stream's text", () => {
  it("is read alike wherever the network cuts it", () => {
    const whole =
      'retry: 2000\n\n: still here\n\nid: 4\nevent: hello\ndata: {"a":1}\n\nevent: typing\r\ndata: x\r\ndata: y\r\n\r\n';
    for (let cut = 0; cut <= whole.length; cut++) {
      const frames: StreamFrame[] = [];
      const read = createFrameParser((frame) => frames.push(frame));
      read(whole.slice(0, cut));
      read(whole.slice(cut));
      expect(frames).toEqual([
        { id: 4, event: "hello", data: '{"a":1}' },
        { id: null, event: "typing", data: "x\ny" },
      ]);
    }
  });
});

describe("the stream of a browser", () => {
  it("shows every tab all events once and in order, through drops, reorderings of tabs and reloads", async () => {
    for (let seed = 1; seed <= 200; seed++) await liveThrough(seed);
  });

  it("is opened by one tab for all", async () => {
    const { browser, server, open } = setUp(3);
    const tabs = [open(), open(), open()];
    await browser.pass(1_000);
    server.publish();
    await browser.pass(100);
    expect(server.connected()).toBe(1);
    for (const tab of tabs) expect(tab.heard).toEqual([1]);
  });

  it("takes 40 seconds of silence for a dead line", async () => {
    const { browser, server, open } = setUp(4);
    const tab = open();
    await browser.pass(1_000);
    server.mute();
    server.publish();
    await browser.pass(39_000);
    expect(tab.heard).toEqual([]);
    await browser.pass(4_000);
    expect(tab.heard).toEqual([1]);
    expect(server.opened).toBe(2);
  });

  it("asks for a fresh snapshot when the server no longer has what was missed", async () => {
    const { browser, server, open } = setUp(5);
    server.publish();
    server.publish();
    server.publish();
    server.forgetBefore(3);
    const tab = open(1);
    await browser.pass(1_000);
    expect(tab.resets).toBe(1);
    server.publish();
    await browser.pass(100);
    expect(tab.heard).toEqual([4]);
  });

  it("reads the topics of every tab, and tells each only its own", async () => {
    const { browser, server, open } = setUp(6);
    const first = open();
    const second = open();
    await browser.pass(1_000);
    second.stream.follow("conversation:5");
    await browser.pass(1_000);
    expect(server.topics()).toEqual(["conversation:5"]);
    server.say("conversation:5");
    await browser.pass(100);
    expect(first.passing).toBe(0);
    expect(second.passing).toBe(1);
  });
});

async function liveThrough(seed: number): Promise<void> {
  const { browser, server, open, close } = setUp(seed);
  let tabs = [open(), open(), open()];
  for (let step = 0; step < 30; step++) {
    const luck = browser.random();
    if (luck < 0.6) server.publish();
    else if (luck < 0.75) server.drop();
    else if (luck < 0.85) {
      const [gone, ...rest] = tabs;
      if (gone) close(gone);
      // A reloaded page brings a snapshot with its cursor.
      tabs = [...rest, open(server.last())];
    } else server.away(browser.random() * 5_000);
    await browser.pass(browser.random() * 2_000);
  }
  await browser.pass(60_000);
  for (const tab of tabs) {
    const wanted = Array.from({ length: server.last() - tab.from }, (_, index) => tab.from + index + 1);
    // What a reset skipped comes with the snapshot it asks for.
    if (tab.resets === 0) expect(tab.heard, `seed ${seed}`).toEqual(wanted);
    else expect(tab.heard, `seed ${seed}`).toEqual([...new Set(tab.heard)].sort((a, b) => a - b));
    expect(tab.seen(), `seed ${seed}`).toBe(server.last());
  }
}

type Opened = {
  tab: Tab;
  stream: LiveStream;
  heard: number[];
  passing: number;
  resets: number;
  from: number;
  seen: () => number;
};

function setUp(seed: number) {
  const browser = fakeBrowser(seed);
  const server = fakeServer(browser);
  const open = (cursor = 0): Opened => {
    const tab = browser.openTab();
    const stream = new LiveStream(
      { ties: tab.ties, timers: browser.timers, connect: server.connect },
      cursor,
    );
    let latest = cursor;
    const opened: Opened = {
      tab,
      stream,
      heard: [],
      passing: 0,
      resets: 0,
      from: cursor,
      seen: () => latest,
    };
    stream.hear((event) => {
      if (event.id === null) opened.passing += 1;
      else opened.heard.push((latest = event.id));
    });
    stream.onReset(() => {
      opened.resets += 1;
      latest = server.last();
    });
    return opened;
  };
  const close = ({ tab, stream }: Opened) => {
    stream.stop();
    browser.closeTab(tab);
  };
  return { browser, server, open, close };
}

/** One member's log, and lines that break. */
function fakeServer(browser: ReturnType<typeof fakeBrowser>) {
  type Line = {
    write: (text: string) => void;
    end: () => void;
    sent: number;
    topics: string[];
    muted: boolean;
  };
  const lines = new Set<Line>();
  let last = 0;
  let first = 1;
  let awayUntil = 0;
  const frame = (id: number) => `id: ${id}\nevent: news\ndata: {"n":${id}}\n\n`;
  const flush = () => {
    for (const line of lines) {
      while (!line.muted && line.sent < last) line.write(frame(++line.sent));
    }
  };
  const beat = () => {
    for (const line of lines) if (!line.muted) line.write(": still here\n\n");
    browser.timers.set(beat, 15_000);
  };
  browser.timers.set(beat, 15_000);
  const server = {
    opened: 0,
    last: () => last,
    connected: () => lines.size,
    topics: () => [...lines].flatMap((line) => line.topics),
    publish: () => {
      last += 1;
      flush();
    },
    say: (topic: string) => {
      for (const line of lines)
        if (line.topics.includes(topic)) line.write(`event: typing\ndata: {"topic":"${topic}"}\n\n`);
    },
    forgetBefore: (seq: number) => (first = seq),
    drop: () => {
      for (const line of [...lines]) line.end();
    },
    mute: () => {
      for (const line of lines) line.muted = true;
    },
    away: (ms: number) => {
      awayUntil = browser.timers.now() + ms;
      server.drop();
    },
    connect: (({ cursor, topics }, onText, signal) =>
      new Promise<void>((resolve, reject) => {
        if (browser.timers.now() < awayUntil) return reject(new Error("away"));
        server.opened += 1;
        const line: Line = {
          topics,
          muted: false,
          sent: cursor ?? last,
          write: (text) => browser.timers.set(() => lines.has(line) && onText(text), 20),
          end: () => {
            lines.delete(line);
            resolve();
          },
        };
        lines.add(line);
        signal.addEventListener("abort", line.end);
        if (cursor !== null && cursor < last && cursor + 1 < first) {
          line.sent = last;
          line.write(`id: ${last}\nevent: reset\ndata: {"cursor":${last}}\n\n`);
        } else line.write(`event: hello\ndata: {"cursor":${line.sent}}\n\n`);
        flush();
      })) satisfies Connect,
  };
  return server;
}
