import sharp from "sharp";
import { expect, test } from "vitest";
import { forgetNotes } from "./forget-notes";

/** The same boxes as a HEIC photo, which nothing here can draw. */
const photo = () =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: "#c81e1e" } })
    .withExif({ IFD0: { Make: "CanaryCam" }, IFD3: { GPSLatitude: "47/1 22/1 0/1", GPSLatitudeRef: "N" } })
    .withXmp("<x:xmpmeta xmlns:x='adobe:ns:meta/'><canary-xmp/></x:xmpmeta>")
    .avif()
    .toBuffer();

test("where and with what it was taken is gone, the picture is the same", async () => {
  const taken = await photo();
  expect(taken.includes("CanaryCam") && taken.includes("canary-xmp")).toBe(true);
  const before = await sharp(taken).raw().toBuffer();
  const kept = forgetNotes(taken);
  expect(kept?.includes("CanaryCam") || kept?.includes("canary-xmp")).toBe(false);
  expect(await sharp(kept ?? undefined).raw().toBuffer()).toEqual(before);
});

test("cut off anywhere, or without the list of its parts, nothing is known of it", async () => {
  const taken = await photo();
  const list = taken.indexOf("iloc");
  for (const length of [0, 12, 60, list - 4, list + 6, list + 20]) expect(forgetNotes(Buffer.from(taken.subarray(0, length)))).toBeNull();
});
