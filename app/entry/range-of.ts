import type { ByteRange } from "@/lib/platform/files/storage";

/** The part that a Range header asks for: null when it asks for none that we give (then all is sent), "beyond" when there is no such part. */
export function rangeOf(header: string | undefined, size: number): ByteRange | "beyond" | null {
  const [, from = "", to = ""] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? "") ?? [];
  if (from === "" && to === "") return null;
  // Without a beginning: so many last bytes.
  if (from === "") return Number(to) === 0 || size === 0 ? "beyond" : { start: Math.max(0, size - Number(to)), end: size - 1 };
  if (to !== "" && Number(to) < Number(from)) return null;
  const end = Math.min(to === "" ? size - 1 : Number(to), size - 1);
  return Number(from) > end ? "beyond" : { start: Number(from), end };
}
