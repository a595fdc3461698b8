export type VideoType = "video/mp4" | "video/webm";

/** So many first bytes say what a file is. */
export const videoHead = 64;

/** What a file is by its first bytes, whatever its name or sender say; null for all that browsers don't play alike. */
export function videoType(head: Buffer): VideoType | null {
  const text = (start: number, end: number): string => head.toString("latin1", start, end);
  if (text(4, 8) === "ftyp" && /^(?:isom|iso[2-9]|mp4[12]|avc1|M4V |dash|msnv|MSNV|f4v )/.test(text(8, 12))) return "video/mp4";
  // Matroska has the same beginning; only its relative for the web names itself so.
  if (head.length >= 4 && head.readUInt32BE(0) === 0x1a45dfa3 && text(4, videoHead).includes("webm")) return "video/webm";
  return null;
}
