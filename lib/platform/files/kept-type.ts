import { type KeptExtension, keptExtensions } from "./file-limits";
import { videoHead, videoType } from "./video-type";

type Kind = { mime: string; holds: (data: Buffer) => boolean };

const kinds: Record<KeptExtension, Kind> = {
  pdf: { mime: "application/pdf", holds: begins("%PDF-") },
  zip: { mime: "application/zip", holds: begins("PK\x03\x04") },
  txt: { mime: "text/plain", holds: isText },
  log: { mime: "text/plain", holds: isText },
  csv: { mime: "text/csv", holds: isText },
  mp4: { mime: "video/mp4", holds: isVideo("video/mp4") },
  webm: { mime: "video/webm", holds: isVideo("video/webm") },
  // As phones film. Not every browser plays it, everybody can keep it.
  mov: { mime: "video/quicktime", holds: (data) => data.toString("latin1", 4, 12) === "ftypqt  " },
};

/** What is kept as it is and never shown by us: only if it is what its name says. Null for all else, whatever it holds. */
export function keptType(name: string, data: Buffer): { extension: KeptExtension; mime: string } | null {
  const extension = keptExtensions.find((one) => name.toLowerCase().endsWith(`.${one}`));
  if (!extension || !kinds[extension].holds(data)) return null;
  return { extension, mime: kinds[extension].mime };
}

function begins(head: string) {
  return (data: Buffer) => data.toString("latin1", 0, head.length) === head;
}

/** Whatever the encoding: devices write logs in all of them. But nothing that only programs read. */
function isText(data: Buffer): boolean {
  return data.every((byte) => byte >= 32 || (byte >= 9 && byte <= 13) || byte === 27);
}

function isVideo(mime: string) {
  return (data: Buffer) => videoType(data.subarray(0, videoHead)) === mime;
}
