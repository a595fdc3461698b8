import type { Locale } from "../i18n/locale";
import { cutWords } from "./cut-words";
import { fold } from "./fold-word";

/** The words of a text, folded, with one blank before each and one at the end: what stands in another text stands there as a whole. */
export function foldText(text: string, locale: Locale): string {
  const places = cutWords(text);
  let folded = " ";
  for (let at = 0; at < places.length; at += 2) folded += `${fold(text.slice(places[at], places[at + 1]), locale)} `;
  return folded;
}
