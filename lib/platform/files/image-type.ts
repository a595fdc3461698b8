export type ImageType = "jpeg" | "png" | "webp" | "gif" | "avif";

/** What a file is by its first bytes, whatever its name or sender say; null for all we do not decode. */
export function imageType(data: Buffer): ImageType | null {
  if (data.length < 16) return null;
  const text = (start: number, end: number): string => data.toString("latin1", start, end);
  if (data[0] === 0xff && data[1] === 0xd8 && data[2] === 0xff) return "jpeg";
  if (text(0, 8) === "\x89PNG\r\n\x1a\n") return "png";
  if (text(0, 6) === "GIF87a" || text(0, 6) === "GIF89a") return "gif";
  if (text(0, 4) === "RIFF" && text(8, 12) === "WEBP") return "webp";
  if (text(4, 8) === "ftyp" && isAvif(data, text)) return "avif";
  return null;
}

/** HEIC pictures of phones have the same box; only those that say AV1 are decoded. */
function isAvif(data: Buffer, text: (start: number, end: number) => string): boolean {
  const end = Math.min(data.readUInt32BE(0), data.length, 256);
  const brands = [text(8, 12)];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(text(at, at + 4));
  return brands.some((brand) => brand === "avif" || brand === "avis");
}
