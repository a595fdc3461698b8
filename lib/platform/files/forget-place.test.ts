import { expect, test } from "vitest";
import { forgetPlace } from "./forget-place";

const box = (type: string, ...parts: Buffer[]) => {
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8);
  head.write(type, 4, "latin1");
  return Buffer.concat([head, body]);
};
const text = (words: string) => Buffer.from(words, "latin1");
const film = (notes: (words: string) => Buffer[]) =>
  Buffer.concat([
    box("ftyp", text("qt  ")),
    box("mdat", text("udta meta pictures and sound")),
    box("moov", box("mvhd", text("length")), box("trak", box("tkhd", text("size")), ...notes("udta")), ...notes("meta"), ...notes("udta")),
    ...notes("uuid"),
  ]);

test("where and with what it was filmed is gone, everything else stands where it stood", () => {
  const noted = film((type) => [box(type, text("+47.3769+008.5417/ iPhone"))]);
  const kept = forgetPlace(Buffer.from(noted));
  expect(kept.length).toBe(noted.length);
  expect(kept.includes("+47")).toBe(false);
  expect(kept.equals(film(() => [box("free", Buffer.alloc(25))]))).toBe(true);
});

test.each([
  ["a box longer than the file", Buffer.concat([box("ftyp", text("isom")), Buffer.from([0, 0, 1, 0]), text("moov")])],
  ["a box shorter than its head", Buffer.concat([Buffer.from([0, 0, 0, 4]), text("moovudta")])],
  ["a head cut in two", text("\0\0\0\x01mo")],
  ["a length of 64 bits that is not there", text("\0\0\0\x01moov\0\0")],
  ["nothing", Buffer.alloc(0)],
])("%s stays as it is", (_, data) => {
  expect(forgetPlace(Buffer.from(data)).equals(data)).toBe(true);
});

test("a last box without a length goes as far as the end", () => {
  const open = Buffer.concat([Buffer.from([0, 0, 0, 0]), text("moov"), box("udta", text("+47.3769"))]);
  expect(forgetPlace(open).includes("+47")).toBe(false);
});
