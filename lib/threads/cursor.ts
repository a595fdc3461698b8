/** Where a list goes on: the sort values of its last row, opaque to callers. */
export function encodeCursor(values: number[]): string {
  return Buffer.from(JSON.stringify(values)).toString("base64url");
}

/** The values of a cursor, or null when it is missing or not one of ours: the list then begins anew. */
export function decodeCursor(cursor: string | undefined, length: number): number[] | null {
  if (!cursor) return null;
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (!Array.isArray(values) || values.length !== length) return null;
    return values.every((value) => Number.isSafeInteger(value)) ? (values as number[]) : null;
  } catch {
    return null;
  }
}
