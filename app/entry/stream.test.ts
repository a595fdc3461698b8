import { createServer, IncomingMessage, type Server, ServerResponse } from "node:http";
import { type AddressInfo, Socket } from "node:net";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { countQueries, inTransaction } from "@/db/client";
import { testDatabase } from "@/db/testing";
import { makeMember } from "@/db/testing/factories";
import type { Member } from "@/lib/members/actor";
import { createAccessToken } from "@/lib/members/create-access-token";
import { publishToMember } from "@/lib/platform/events";
import { endAllStreams, hearEvent, openStream } from "./stream";

testDatabase();

let server: Server;
beforeAll(async () => {
  server = createServer((req, res) => void openStream(req, res));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterEach(endAllStreams);
afterAll(() => new Promise((resolve) => server.close(resolve)));

type Listener = { member: Member; heard: number[]; greeted: Promise<void>; has: (count: number) => Promise<void> };

/** Somebody at the other end of a stream, who notes the numbers of what is told. */
async function listener(after?: number): Promise<Listener> {
  const member = await makeMember();
  const { token } = await createAccessToken(member, { name: "test" });
  return { member, ...(await connect(token, after)) };
}

async function connect(token: string, after?: number): Promise<Omit<Listener, "member">> {
  const { port } = server.address() as AddressInfo;
  const query = after === undefined ? "" : `?cursor=${after}`;
  const response = await fetch(`http://127.0.0.1:${port}/stream${query}`, { headers: { authorization: `Bearer ${token}` } });
  let text = "";
  const heard: number[] = [];
  const waiting = new Set<() => void>();
  const until = (ready: () => boolean) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (!ready()) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
    });
  void (async () => {
    for await (const bytes of response.body ?? []) {
      text += Buffer.from(bytes as Uint8Array).toString();
      heard.splice(0, heard.length, ...[...text.matchAll(/^id: (\d+)\nevent: told$/gm)].map(([, seq]) => Number(seq)));
      for (const look of [...waiting]) look();
    }
  })();
  return { heard, greeted: until(() => text.includes("event: hello")), has: (count) => until(() => heard.length >= count) };
}

async function tell({ id }: Member, times = 1): Promise<void> {
  for (let time = 0; time < times; time++) await inTransaction((tx) => publishToMember(tx, id, { type: "told" }));
}

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

test("news for thirty people at once are read in two queries, and each hears their own", async () => {
  const listeners = await Promise.all(Array.from({ length: 30 }, () => listener()));
  await Promise.all(listeners.map(({ greeted }) => greeted));
  for (const [index, { member }] of listeners.entries()) await tell(member, 1 + (index % 3));
  const { queries } = await countQueries(async () => {
    for (const { member } of listeners) hearEvent(JSON.stringify({ member: member.id }));
    await Promise.all(listeners.map(({ has }, index) => has(1 + (index % 3))));
  });
  expect(queries).toBeLessThanOrEqual(2);
  expect(listeners.map(({ heard }) => heard)).toEqual(listeners.map((_, index) => numbers(1 + (index % 3))));
});

test("who was away is told all of it in order, however much", async () => {
  const member = await makeMember();
  await tell(member, 230);
  const { token } = await createAccessToken(member, { name: "test" });
  const late = await connect(token, 0);
  await late.has(230);
  expect(late.heard).toEqual(numbers(230));
});

test("two tabs of one person each go on where they are", async () => {
  const first = await listener();
  await first.greeted;
  await tell(first.member, 3);
  const { token } = await createAccessToken(first.member, { name: "second" });
  const second = await connect(token, 1);
  await second.has(2);
  hearEvent(JSON.stringify({ member: first.member.id }));
  await first.has(3);
  expect([first.heard, second.heard]).toEqual([[1, 2, 3], [2, 3]]);
});

test("a stream that ends while its log is read, at somebody who takes nothing in, is left alone", async () => {
  const member = await makeMember();
  const { token } = await createAccessToken(member, { name: "test" });
  const req = Object.assign(new IncomingMessage(new Socket()), { url: "/stream", headers: { authorization: `Bearer ${token}` } });
  const res = new ServerResponse(req);
  const failed: Error[] = [];
  res.on("error", (error) => failed.push(error));
  await openStream(req, res);
  await tell(member);
  hearEvent(JSON.stringify({ member: member.id }));
  endAllStreams();
  // Who comes after is read after.
  const next = await listener();
  await next.greeted;
  await tell(next.member);
  hearEvent(JSON.stringify({ member: next.member.id }));
  await next.has(1);
  expect(failed).toEqual([]);
});
