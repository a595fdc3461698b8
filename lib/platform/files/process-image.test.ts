import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { InvalidInput } from "@/lib/platform/errors";
import { referenceData } from "@/lib/platform/testing/reference-data";
import { processImage } from "./process-image";

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 200, g: 30, b: 30 } } });

async function refusal(data: Buffer): Promise<string | undefined> {
  return processImage(data).then(
    () => undefined,
    (error: unknown) => {
      if (error instanceof InvalidInput) return error.fields.file?.key;
      throw error;
    },
  );
}

/** A PNG that says how large it is and holds next to nothing. */
function pngHeader(width: number, height: number, body = Buffer.alloc(0)): Buffer {
  const chunk = (name: string, data: Buffer): Buffer => {
    const head = Buffer.from(name, "latin1");
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc(Buffer.concat([head, data])));
    return Buffer.concat([length, head, data, sum]);
  };
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  size.set([1, 0, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk("IHDR", size), chunk("IDAT", body), chunk("IEND", Buffer.alloc(0))]);
}

function crc(data: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of data) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}

async function animation(frames: number, format: "gif" | "webp" = "gif"): Promise<Buffer> {
  const shots = await Promise.all(
    Array.from({ length: frames }, (_, index) =>
      sharp({
        create: {
          width: 20,
          height: 20,
          channels: 3,
          background: { r: (index * 97) % 256, g: (index * 53) % 256, b: 0 },
        },
      })
        .png()
        .toBuffer(),
    ),
  );
  return sharp(shots, { join: { animated: true } })
    .toFormat(format)
    .toBuffer();
}

describe("a picture", () => {
  it.each(["jpeg", "png", "webp", "gif", "avif"] as const)("as %s is drawn anew", async (format) => {
    const drawn = await processImage(await plain(40, 30).toFormat(format).toBuffer());
    expect(drawn).toMatchObject({ width: 40, height: 30 });
    expect(drawn.mime).toBe(format === "jpeg" || format === "png" ? `image/${format}` : "image/webp");
    expect((await sharp(drawn.data).metadata()).width).toBe(40);
  });

  it("loses place, serial number, colour profile and comments", async () => {
    const source = await plain(40, 30)
      .withExif({
        IFD0: { Make: "CanaryCam", Artist: "canary-artist" },
        IFD3: { GPSLatitude: "47/1 22/1 0/1", GPSLatitudeRef: "N" },
      })
      .withXmp("<x:xmpmeta xmlns:x='adobe:ns:meta/'><canary-xmp/></x:xmpmeta>")
      .withIccProfile("p3")
      .jpeg()
      .toBuffer();
    expect(source.includes("canary-artist")).toBe(true);
    const { data } = await processImage(source);
    const kept = await sharp(data).metadata();
    expect([kept.exif, kept.xmp, kept.iptc, kept.icc, kept.orientation]).toEqual(Array(5).fill(undefined));
    expect(data.toString("latin1")).not.toMatch(/canary/i);
  });

  it("stands upright", async () => {
    const source = await plain(40, 20).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect(await processImage(source)).toMatchObject({ width: 20, height: 40 });
  });

  it("is made small enough to show, never larger", async () => {
    expect(await processImage(await plain(4_800, 1_200).jpeg().toBuffer())).toMatchObject({
      width: 2_400,
      height: 600,
    });
    expect(await processImage(await plain(10, 10).png().toBuffer())).toMatchObject({ width: 10, height: 10 });
  });

  it("that moves keeps moving, unless it is too long", async () => {
    const short = await processImage(await animation(5));
    expect(short).toMatchObject({ mime: "image/webp", width: 20, height: 20 });
    expect((await sharp(short.data).metadata()).pages).toBe(5);
    const long = await processImage(await animation(80));
    expect((await sharp(long.data).metadata()).pages ?? 1).toBe(1);
    expect(long).toMatchObject({ width: 20, height: 20 });
  });

  it("with something behind its end loses that", async () => {
    const script = Buffer.from("<script>alert('canary')</script><?php canary(); ?>");
    for (const format of ["jpeg", "png", "webp"] as const) {
      const { data } = await processImage(
        Buffer.concat([await plain(20, 20).toFormat(format).toBuffer(), script]),
      );
      expect(data.includes("canary")).toBe(false);
    }
  });
});

describe("refused is", () => {
  it.each([
    ["SVG", '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ["SVG behind a byte order mark", "\uFEFF<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>"],
    ["HTML", "<!doctype html><script>alert(1)</script>"],
    ["PDF", "%PDF-1.7\n1 0 obj <</JS (x)>> endobj"],
    ["PostScript", "%!PS-Adobe-3.0 EPSF-3.0\n(x) run"],
    [
      "ImageMagick's own",
      "push graphic-context\nviewbox 0 0 1 1\nimage over 0,0 0,0 'https://evil.example'\npop graphic-context",
    ],
    ["a bitmap", "BM\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"],
    ["a phone's HEIC", "\0\0\0\x18ftypheic\0\0\0\0mif1heic"],
    ["nothing", ""],
  ])("%s, before any decoding", async (_, text) => {
    expect(await refusal(Buffer.from(text, "latin1"))).toBe("error.file.type");
  });

  it("TIFF, although the library could", async () => {
    expect(await refusal(await plain(10, 10).tiff().toBuffer())).toBe("error.file.type");
  });

  it("too many pixels, told by the header alone", async () => {
    // Processor time, so that a busy machine does not make this flaky.
    const before = process.cpuUsage();
    expect(await refusal(pngHeader(14_000, 14_000, deflateSync(Buffer.alloc(1_750 * 14_000))))).toBe(
      "error.file.tooManyPixels",
    );
    expect(await refusal(pngHeader(2_000_000, 2_000_000))).toMatch(/tooManyPixels|unreadable/);
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(3_000);
  });

  it("too many bytes", async () => {
    expect(await refusal(Buffer.alloc(12 * 1024 * 1024 + 1))).toBe("error.file.tooLarge");
  });

  it("half a picture", async () => {
    const whole = await sharp({
      create: {
        width: 400,
        height: 400,
        channels: 3,
        background: "red",
        noise: { type: "gaussian", mean: 128, sigma: 60 },
      },
    })
      .jpeg()
      .toBuffer();
    expect(await refusal(whole.subarray(0, whole.length / 2))).toBe("error.file.unreadable");
  });

  it("a header with nothing behind it", async () => {
    for (const head of [
      "GIF89a/*canary*/=1;//",
      "\x89PNG\r\n\x1a\n<script>x</script>",
      "\xff\xd8\xff<script>alert(1)</script>",
      "RIFF\0\0\0\0WEBPxxxxxxxx",
    ])
      expect(await refusal(Buffer.from(head, "latin1"))).toBe("error.file.unreadable");
  });
});

it("many at once are taken in turn", async () => {
  const source = await plain(2_000, 2_000).png().toBuffer();
  const drawn = await Promise.all(Array.from({ length: 12 }, () => processImage(source)));
  expect(drawn.every(({ width }) => width === 2_000)).toBe(true);
});

const collected = referenceData("attack-files/files.tar.gz");
it.skipIf(!collected)("collected attack files are refused or come out as nothing but pixels", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "kundig-attacks-"));
  execFileSync("tar", ["-x", "-C", folder], { input: collected ?? undefined });
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => path.join(folder, name))
    .filter((file) => existsSync(file) && statSync(file).isFile());
  expect(files.length).toBeGreaterThan(20);
  for (const file of files) {
    const name = path.basename(file);
    try {
      const { data } = await processImage(readFileSync(file));
      const kept = await sharp(data).metadata();
      expect([name, kept.exif, kept.xmp, kept.iptc, kept.comments]).toEqual([
        name,
        undefined,
        undefined,
        undefined,
        undefined,
      ]);
      expect([
        name,
        /<script|<svg|<\?php|onerror|alert\(|\/etc\/passwd/i.test(data.toString("latin1")),
      ]).toEqual([name, false]);
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
    }
    if (/\.(svg|x?html?|xht|xml|txt)$/.test(name))
      expect([name, await refusal(readFileSync(file))]).toEqual([name, "error.file.type"]);
  }
});
