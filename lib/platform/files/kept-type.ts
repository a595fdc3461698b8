import { archiveNames } from "./archive-names";
import { type KeptExtension, keptExtensions } from "./file-limits";
import { videoHead, videoType } from "./video-type";

const openDocument = "application/vnd.oasis.opendocument.text";
/** Where such documents keep what runs. */
const programs = /vba|macro|activex|(^|\/)(basic|scripts)\//i;

type Kind = { mime: string; holds: (data: Buffer) => boolean };

const kinds: Record<KeptExtension, Kind> = {
  pdf: { mime: "application/pdf", holds: begins("%PDF-") },
  docx: { mime: office("wordprocessingml.document"), holds: isOffice("word/document.xml") },
  xlsx: { mime: office("spreadsheetml.sheet"), holds: isOffice("xl/workbook.xml") },
  pptx: { mime: office("presentationml.presentation"), holds: isOffice("ppt/presentation.xml") },
  odt: { mime: openDocument, holds: isOpenDocument },
  zip: { mime: "application/zip", holds: begins("PK\x03\x04") },
  txt: { mime: "text/plain", holds: isText },
  log: { mime: "text/plain", holds: isText },
  csv: { mime: "text/csv", holds: isText },
  mp4: { mime: "video/mp4", holds: isVideo("video/mp4") },
  webm: { mime: "video/webm", holds: isVideo("video/webm") },
  // As phones film. Not every browser plays it, everybody can keep it.
  mov: { mime: "video/quicktime", holds: (data) => data.toString("latin1", 4, 12) === "ftypqt  " },
  // As phones photograph. No browser but Safari shows it.
  heic: { mime: "image/heic", holds: (data) => /^ftyp(heic|heix|heim|heis|mif1)$/.test(data.toString("latin1", 4, 12)) },
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

function office(kind: string): string {
  return `application/vnd.openxmlformats-officedocument.${kind}`;
}

/** A document of its kind and without programs: the name alone says neither, as the same archive may have any. */
function isOffice(main: string) {
  return (data: Buffer) => {
    const names = archiveNames(data);
    return names.includes("[Content_Types].xml") && names.includes(main) && !names.some((name) => programs.test(name));
  };
}

/** What it is stands in its first entry, as it is. */
function isOpenDocument(data: Buffer): boolean {
  const names = archiveNames(data);
  return data.toString("latin1", 30, 38 + openDocument.length) === `mimetype${openDocument}` && names.includes("content.xml") && !names.some((name) => programs.test(name));
}

/** Whatever the encoding: devices write logs in all of them. But nothing that only programs read. */
function isText(data: Buffer): boolean {
  return data.every((byte) => byte >= 32 || (byte >= 9 && byte <= 13) || byte === 27);
}

function isVideo(mime: string) {
  return (data: Buffer) => videoType(data.subarray(0, videoHead)) === mime;
}
