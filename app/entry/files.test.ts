import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "@/db/testing";
import { makeChat, makeChatPlace } from "@/db/testing/chat";
import { makeCategory, makeMember } from "@/db/testing/factories";
import { captionsOf, makeVideo } from "@/db/testing/make-video";
import { shortVideo } from "@/db/testing/short-video";
import { createArticle } from "@/lib/articles/create-article";
import { transitionArticle } from "@/lib/articles/transition-article";
import { uploadFile } from "@/lib/files/upload-file";
import { createAccessToken } from "@/lib/members/create-access-token";
import { send } from "./answer";
import { captionsAnswer, sendFile } from "./files";

testDatabase();

/** More than one piece of what is read at once. */
const size = 2_500_000;
const folder = mkdtempSync(join(tmpdir(), "kundig-serving-"));
const server = createServer((req, res) => {
  if (req.url?.startsWith("/captions/")) void captionsAnswer(req).then((whole) => send(req, res, whole));
  else void sendFile(req, res);
});
let base = "";
let token = "";
let askerToken = "";
let open: { id: number; url: string };
let draft: { id: number; url: string };
let bill: string;

beforeAll(async () => {
  process.env.KUNDIG_DATA_DIR = folder;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { slug } = await makeCategory();
  const agent = await makeMember({ role: "agent" });
  token = (await createAccessToken(agent, { name: "files" })).token;
  const filmed = async (bytes: number) => {
    const { id } = await createArticle(agent, { title: "Clean the filter", body: "Turn it.", locale: "en", category: slug });
    return { article: id, video: await makeVideo(agent, id, { said: "Turn it to the left.", bytes }) };
  };
  const published = await filmed(size);
  await transitionArticle(agent, published.article, { to: "published" });
  [open, draft] = [published.video, (await filmed(300)).video];
  const chat = await makeChat(await makeChatPlace());
  askerToken = (await createAccessToken(chat.asker, { name: "files" })).token;
  bill = (await uploadFile(chat.agent, { name: 'Rechnung "2".txt', data: Buffer.from("<script>alert(1)</script>"), conversationId: chat.conversationId })).url;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const get = (path: string, headers: Record<string, string> = {}, method = "GET") => fetch(base + path, { headers, method });
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

test("a video comes whole, and says that it gives parts", async () => {
  const response = await get(open.url);
  expect(response.status).toBe(200);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    "content-type": "video/webm",
    "content-length": String(size),
    "accept-ranges": "bytes",
    "cache-control": "private, no-cache",
    "x-content-type-options": "nosniff",
    "content-security-policy": expect.stringContaining("sandbox"),
  });
  expect((await bytesOf(response)).equals(shortVideo(size))).toBe(true);
});

test.each([
  ["bytes=0-1", 0, 1],
  ["bytes=2000000-", 2_000_000, size - 1],
  ["bytes=-10", size - 10, size - 1],
])("the part %s of it", async (range, start, end) => {
  const response = await get(open.url, { range });
  expect([response.status, response.headers.get("content-range"), response.headers.get("content-length")]).toEqual([206, `bytes ${start}-${end}/${size}`, String(end - start + 1)]);
  expect((await bytesOf(response)).equals(shortVideo(size).subarray(start, end + 1))).toBe(true);
});

test("what is beyond its end is refused; what is known already, or changed meanwhile, is told", async () => {
  const beyond = await get(open.url, { range: `bytes=${size}-` });
  expect([beyond.status, beyond.headers.get("content-range")]).toEqual([416, `bytes */${size}`]);
  const head = await get(open.url, {}, "HEAD");
  const etag = head.headers.get("etag") ?? "";
  expect([head.status, head.headers.get("content-length"), (await bytesOf(head)).length]).toEqual([200, String(size), 0]);
  expect((await get(open.url, { "if-none-match": etag })).status).toBe(304);
  expect((await get(open.url, { range: "bytes=0-1", "if-range": etag })).status).toBe(206);
  expect((await get(open.url, { range: "bytes=0-1", "if-range": '"another"' })).status).toBe(200);
});

test("a draft's video and captions are there for staff only", async () => {
  const captions = `/captions/${draft.id}/en.vtt`;
  const asked: Record<string, string>[] = [{}, { range: "bytes=0-1" }];
  for (const path of [draft.url, captions]) {
    for (const headers of asked) expect((await get(path, headers)).status).toBe(404);
  }
  const asAgent = { authorization: `Bearer ${token}` };
  expect((await get(draft.url, asAgent)).status).toBe(200);
  expect(await (await get(captions, asAgent)).text()).toBe(captionsOf(["Turn it to the left."]));
});

test("what was sent along in a conversation is for keeping, never shown as a page, and for nobody else", async () => {
  const response = await get(bill, { authorization: `Bearer ${askerToken}` });
  expect(Object.fromEntries(response.headers)).toMatchObject({
    "content-type": "text/plain",
    "content-disposition": "attachment; filename*=UTF-8''Rechnung%20%222%22.txt",
    "cache-control": "private, no-store",
    "x-content-type-options": "nosniff",
    "content-security-policy": expect.stringContaining("sandbox"),
  });
  expect(await response.text()).toBe("<script>alert(1)</script>");
  expect((await get(bill)).status).toBe(404);
  expect((await get(bill, { authorization: `Bearer ${token}` })).status).toBe(404);
});

test("captions are text and nothing else", async () => {
  const response = await get(`/captions/${open.id}/en.vtt`);
  expect([response.status, response.headers.get("content-type")]).toEqual([200, "text/vtt; charset=utf-8"]);
  for (const path of [`/captions/${open.id}/de.vtt`, `/captions/${open.id}/xx.vtt`, "/captions/0/en.vtt", "/captions/99999/en.vtt", "/captions/"]) expect((await get(path)).status).toBe(404);
  expect((await get(open.url, {}, "POST")).status).toBe(404);
});
