import { visitor } from "@/lib/members/actor";
import type { Locale } from "@/lib/platform/i18n/locale";
import { rankSuggestions } from "./rank-suggestions";

const looked = 10;

/** What would be suggested for a title today, and how sure each of it is; `leaveOut` is the question that was asked with it. */
export async function scoreSuggestions({ title, locale, leaveOut }: { title: string; locale: Locale; leaveOut: string[] }): Promise<Map<string, number>> {
  const { found } = await rankSuggestions(visitor, { title, body: "", count: looked, preferLocale: locale, leaveOut });
  return new Map(found.slice(0, looked).map(({ key, likelihood }) => [key, likelihood]));
}
