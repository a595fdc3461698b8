/** Where a list of hits goes on, opaque to callers. A cursor that is not ours begins anew. */
export function encodeCursor(offset: number): string {
  return Buffer.from(`o${offset}`).toString("base64url");
}

export function decodeCursor(cursor: string | undefined): number {
  const offset = /^o(\d{1,4})$/.exec(Buffer.from(cursor ?? "", "base64url").toString("utf8"))?.[1];
  return offset === undefined ? 0 : Number(offset);
}
