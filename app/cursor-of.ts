/** The id that a list goes on after, from an address; nonsense starts from the top. */
export function cursorOf(after: string | string[] | undefined): number | undefined {
  return typeof after === "string" && /^[1-9]\d{0,14}$/.test(after) ? Number(after) : undefined;
}
