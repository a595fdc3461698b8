import { maskPersonal } from "@/lib/platform/mask-personal";

const longest = 300;

/** A query as it is kept: one line, without addresses and long numbers. */
export function cleanQuery(text: string): string {
  return maskPersonal(text.slice(0, 4 * longest))
    .replace(/[\p{Cc}\p{Surrogate}\s]+/gu, " ")
    .trim()
    .slice(0, longest)
    .replace(/[\uD800-\uDBFF]$/, "");
}
