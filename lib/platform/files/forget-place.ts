/** Boxes in which phones note where and with what somebody filmed. */
const tells = new Set(["udta", "meta", "uuid"]);
/** Boxes in which such boxes may stand. */
const holds = new Set(["moov", "trak", "mdia"]);
const HEAD = 8;

/**
 * A film without the notes around it: they are named "free" and emptied where they stand, so that nothing else moves.
 * Only for the family of MP4 and QuickTime; changes the bytes it is given.
 */
export function forgetPlace(film: Buffer): Buffer {
  forgetWithin(film, 0, film.length);
  return film;
}

function forgetWithin(film: Buffer, start: number, end: number): void {
  for (let at = start; at + HEAD <= end; ) {
    const size = film.readUInt32BE(at);
    // One: the size follows as 64 bits. Nought: as far as the end.
    const long = size === 1 && at + 2 * HEAD <= end;
    const length = long ? Number(film.readBigUInt64BE(at + HEAD)) : size || end - at;
    const body = at + (long ? 2 * HEAD : HEAD);
    if (length < body - at || at + length > end) return;
    const type = film.toString("latin1", at + 4, at + HEAD);
    if (holds.has(type)) forgetWithin(film, body, at + length);
    if (tells.has(type)) film.fill(0, body, at + length).write("free", at + 4, "latin1");
    at += length;
  }
}
