/** Of length 1. */
export type Vector = Float32Array<ArrayBuffer>;

const mostNumbers = 8_192;

/** Null when it is none. */
export function unitVector(numbers: unknown): Vector | null {
  if (!Array.isArray(numbers) || numbers.length === 0 || numbers.length > mostNumbers) return null;
  if (!numbers.every((number) => typeof number === "number" && Number.isFinite(number))) return null;
  const vector = Float32Array.from(numbers as number[]);
  const length = Math.hypot(...vector);
  return length > 0 && Number.isFinite(length) ? vector.map((number) => number / length) : null;
}

/** As it lies in the database. */
export function packVector(vector: Vector): Buffer {
  return Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength);
}

export function unpackVector(bytes: Buffer): Vector {
  // A copy: numbers of four bytes must begin at a multiple of four.
  return new Float32Array(new Uint8Array(bytes).buffer);
}

/** Cosine of the angle between them; null for vectors of different models. */
export function cosine(one: Vector, other: Vector): number | null {
  if (one.length !== other.length) return null;
  let sum = 0;
  for (let index = 0; index < one.length; index++) sum += (one[index] ?? 0) * (other[index] ?? 0);
  return sum;
}
