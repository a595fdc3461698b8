import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { InvalidInput } from "@/lib/platform/errors";
import { readUpload } from "./read-upload";
import { deleteStored, putFile, readStored, streamStored } from "./storage";

/** A store that answers as S3 does and refuses what is not signed. */
function s3Server(objects: Map<string, Buffer>): Server {
  return createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on("data", (chunk: Buffer) => chunks.push(chunk));
    req.on("end", () => {
      const signed = /^AWS4-HMAC-SHA256 Credential=key\/\d{8}\/eu-central-1\/s3\/aws4_request/.test(
        req.headers.authorization ?? "",
      );
      const name = req.url ?? "";
      const kept = objects.get(name);
      const [, start, end] = /^bytes=(\d+)-(\d+)$/.exec(req.headers.range ?? "") ?? [];
      if (!signed) res.writeHead(403).end("no");
      else if (req.method === "PUT")
        res.writeHead(objects.set(name, Buffer.concat(chunks)) ? 200 : 500).end();
      else if (req.method === "DELETE") res.writeHead(objects.delete(name) ? 204 : 404).end();
      else if (!kept) res.writeHead(404).end("<Error/>");
      else if (start) res.writeHead(206).end(kept.subarray(Number(start), Number(end) + 1));
      else res.writeHead(200).end(kept);
    });
  });
}

async function* piecesOf(data: Buffer, breaksAt = Infinity): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < data.length; at += 500_000) {
    if (at >= breaksAt) throw new Error("broke off");
    yield data.subarray(at, at + 500_000);
  }
}

const objects = new Map<string, Buffer>();
const server = s3Server(objects);
let directory = "";

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), "kundig-files-"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(async () => {
  delete process.env.STORAGE_URL;
  server.close();
  await rm(directory, { recursive: true });
});

describe.each([
  ["on disk", () => pathToFileURL(directory).href],
  [
    "in an S3 store",
    () =>
      `s3://key:s%2Fecret@127.0.0.1:${(server.address() as AddressInfo).port}/bucket/kundig?region=eu-central-1&tls=off`,
  ],
])("a file %s", (_, url) => {
  beforeAll(() => {
    process.env.STORAGE_URL = url();
  });

  it("comes back as it went in, whole and in parts, until it is deleted", async () => {
    const data = randomBytes(300_000);
    const { key, size, sha256 } = await putFile(data);
    expect({ size, sha256 }).toEqual({
      size: 300_000,
      sha256: createHash("sha256").update(data).digest("hex"),
    });
    expect(await readStored(key)).toEqual(data);
    expect(await readStored(key, { start: 10, end: 19 })).toEqual(data.subarray(10, 20));
    await deleteStored(key);
    expect(await readStored(key)).toBeNull();
    await deleteStored(key);
  });

  it("is taken and given in pieces", async () => {
    const data = randomBytes(3_000_000);
    const { key, size, sha256 } = await putFile(piecesOf(data));
    expect({ size, sha256 }).toEqual({ size: 3_000_000, sha256: createHash("sha256").update(data).digest("hex") });
    const pieces: Buffer[] = [];
    for await (const piece of streamStored(key, { start: 1, end: 2_999_998 })) pieces.push(piece);
    expect(pieces.length).toBeGreaterThan(1);
    expect(Buffer.concat(pieces).equals(data.subarray(1, 2_999_999))).toBe(true);
  });

  it("is not there at all when its pieces break off", async () => {
    const stored = async () => [objects.size, (await readdir(directory, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).length];
    const before = await stored();
    await expect(putFile(piecesOf(randomBytes(3_000_000), 1_500_000))).rejects.toThrow("broke off");
    expect(await stored()).toEqual(before);
  });

  it("keeps the same bytes of two people apart", async () => {
    const [one, two] = [await putFile(Buffer.from("same")), await putFile(Buffer.from("same"))];
    await deleteStored(one.key);
    expect(await readStored(two.key)).toEqual(Buffer.from("same"));
  });

  it.each([
    "../../etc/passwd",
    "..",
    "",
    "a/b",
    "ABCDEFABCDEFABCDEF",
    "a".repeat(65),
    "a\0aaaaaaaaaaaaaaaa",
    "%2e%2e%2f%2e%2e%2f",
  ])("is not looked for under %j", async (key) => expect(await readStored(key)).toBeNull());
});

describe("on disk", () => {
  it("nothing half written stays behind", async () => {
    process.env.STORAGE_URL = pathToFileURL(directory).href;
    await putFile(Buffer.from("whole"));
    const names = await readdir(directory, { recursive: true });
    expect(names.filter((name) => name.endsWith(".part"))).toEqual([]);
  });
});

describe("readUpload", () => {
  async function* pieces(...sizes: number[]): AsyncGenerator<Uint8Array> {
    for (const size of sizes) yield Buffer.alloc(size, 1);
  }

  it("collects what comes", async () => {
    expect(await readUpload(pieces(3, 4), { maxBytes: 10, expectedBytes: 7 })).toHaveLength(7);
  });

  it("gives up at the first byte too many, or before the first", async () => {
    await expect(readUpload(pieces(6, 6), { maxBytes: 10 })).rejects.toThrow(InvalidInput);
    await expect(readUpload(pieces(), { maxBytes: 10, expectedBytes: 11 })).rejects.toThrow(InvalidInput);
  });

  it("never takes a part for the whole", async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield Buffer.alloc(3);
      throw new Error("aborted");
    }
    const incomplete = { fields: { file: { key: "error.file.incomplete" } } };
    await expect(readUpload(pieces(3), { maxBytes: 10, expectedBytes: 7 })).rejects.toMatchObject(incomplete);
    await expect(readUpload(broken(), { maxBytes: 10 })).rejects.toMatchObject(incomplete);
  });
});
