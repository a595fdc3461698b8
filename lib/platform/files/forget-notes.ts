const HEAD = 8;
/** Kinds of items in which phones note where, when and with what a photo was taken: EXIF, and XMP as "mime". */
const tells = new Set(["Exif", "mime"]);

/**
 * A HEIC photo without the notes beside it: they are emptied where they stand, so that nothing else moves. Changes the
 * bytes it is given. What is laid out otherwise than phones do is null: then nothing is known of what it tells.
 */
export function forgetNotes(photo: Buffer): Buffer | null {
  try {
    const meta = boxes(photo, 0, photo.length).find(({ type }) => type === "meta");
    if (!meta) return null;
    const parts = boxes(photo, meta.start + 4, meta.end);
    const find = (type: string) => parts.find((box) => box.type === type);
    const [infos, places, inner] = [find("iinf"), find("iloc"), find("idat")];
    if (!infos || !places) return null;
    const notes = notesIn(photo, infos);
    for (const { id, method, from, length } of placesIn(photo, places)) {
      if (!notes.has(id)) continue;
      const start = method === 1 && inner ? inner.start + from : from;
      if (method > 1 || start + length > photo.length) return null;
      photo.fill(0, start, length === 0 ? photo.length : start + length);
    }
    return photo;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

type Box = { type: string; start: number; end: number };

function boxes(data: Buffer, start: number, end: number): Box[] {
  const found: Box[] = [];
  for (let at = start; at + HEAD <= end; ) {
    const length = data.readUInt32BE(at) || end - at;
    if (length < HEAD || at + length > end) break;
    found.push({ type: data.toString("latin1", at + 4, at + HEAD), start: at + HEAD, end: at + length });
    at += length;
  }
  return found;
}

function notesIn(photo: Buffer, { start, end }: Box): Set<number> {
  const entries = start + (photo.readUInt8(start) === 0 ? 6 : 8);
  const items = boxes(photo, entries, end).map(({ start: at }) => {
    const wide = photo.readUInt8(at) > 2;
    const type = at + (wide ? 10 : 8);
    return { id: wide ? photo.readUInt32BE(at + 4) : photo.readUInt16BE(at + 4), type: photo.toString("latin1", type, type + 4) };
  });
  return new Set(items.filter(({ type }) => tells.has(type)).map(({ id }) => id));
}

type Place = { id: number; method: number; from: number; length: number };

/** Where the bytes of each item stand; the widths of the numbers are said at the beginning. */
function placesIn(photo: Buffer, { start }: Box): Place[] {
  const version = photo.readUInt8(start);
  const [sizes, more] = [photo.readUInt8(start + 4), photo.readUInt8(start + 5)];
  let at = start + 6;
  const next = (bytes: number): number => {
    if (bytes === 0) return 0;
    at += bytes;
    return bytes === 8 ? Number(photo.readBigUInt64BE(at - 8)) : photo.readUIntBE(at - bytes, bytes);
  };
  const wide = version === 2 ? 4 : 2;
  return Array.from({ length: next(wide) }, () => {
    const id = next(wide);
    const method = version > 0 ? next(2) & 15 : 0;
    next(2);
    const base = next(more >> 4);
    return Array.from({ length: next(2) }, () => {
      if (version > 0) next(more & 15);
      return { id, method, from: base + next(sizes >> 4), length: next(sizes & 15) };
    });
  }).flat();
}
