import { createServer, type IncomingMessage, request } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { limitBodyTime } from "./body-deadline";

const ended: boolean[] = [];
const server = createServer((req: IncomingMessage, res) => {
  limitBodyTime(req, 300);
  req.resume();
  req.on("close", () => ended.push(req.complete));
  req.on("end", () => res.end("taken"));
});

beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
afterAll(() => void server.close());

/** Sends one byte, and the other one after so long. */
function dribble(path: string, ms: number): Promise<string> {
  return new Promise((resolve) => {
    const { port } = server.address() as AddressInfo;
    const req = request({ port, host: "127.0.0.1", path, method: "PUT", headers: { "content-length": 2 } }, (res) => {
      res.on("data", (data: Buffer) => resolve(data.toString()));
    });
    req.on("error", () => resolve("cut off"));
    req.write("a");
    setTimeout(() => req.end("b"), ms);
  });
}

test("a body that takes too long is cut off, a video's is not", async () => {
  expect(await dribble("/api/v1/threads/1", 0)).toBe("taken");
  expect(await dribble("/api/v1/threads/1", 900)).toBe("cut off");
  expect(await dribble("/api/v1/videos/1/file", 900)).toBe("taken");
  expect(ended).toEqual([true, false, true]);
});
