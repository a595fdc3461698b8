const END = "PK\x05\x06";
const ENTRY = "PK\x01\x02";
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
/** A comment may follow the end. */
const LONGEST_COMMENT = 65_535;

/** The names of what a ZIP archive holds, by its own list; nothing is unpacked. Empty if the list is broken. */
export function archiveNames(data: Buffer): string[] {
  const end = data.lastIndexOf(END, undefined, "latin1");
  if (data.toString("latin1", 0, 2) !== "PK" || end < 0 || end < data.length - END_LENGTH - LONGEST_COMMENT || end + END_LENGTH > data.length) return [];
  const names: string[] = [];
  let at = data.readUInt32LE(end + 16);
  for (let left = data.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (at + ENTRY_LENGTH > end || data.toString("latin1", at, at + 4) !== ENTRY) return [];
    const nameEnd = at + ENTRY_LENGTH + data.readUInt16LE(at + 28);
    names.push(data.toString("utf8", at + ENTRY_LENGTH, nameEnd));
    at = nameEnd + data.readUInt16LE(at + 30) + data.readUInt16LE(at + 32);
  }
  return names;
}
