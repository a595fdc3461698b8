import type { Locale } from "@/lib/platform/i18n/locale";
import type { ChoiceEntry } from "./choice-menu";
import { useChoice } from "./use-choice";
import { useGuides } from "./use-guides";

const SHOWN = 8;

/** "/hose" at the beginning of a reply: saved replies and guides with these words. */
export function useSlash(text: string, macros: ChoiceEntry[], guideHint: string, locale: Locale, onPick: (entry: ChoiceEntry) => void) {
  const typed = /^\/([^\n]{0,60})$/.exec(text)?.[1]?.toLowerCase() ?? null;
  const found = useGuides(typed ?? "", locale) ?? [];
  const words = typed?.split(/\s+/) ?? [];
  const fitting = macros.filter(({ name, text }) => words.every((word) => `${name} ${text}`.toLowerCase().includes(word)));
  const guides = found.map(({ id, title, url }): ChoiceEntry => {
    return { key: `g${id}`, kind: "guide", name: title, text: `[${title}](${new URL(url, location.href).pathname})`, hint: guideHint };
  });
  return useChoice(typed, [...fitting, ...guides].slice(0, SHOWN), onPick);
}
