import { stemmer as stemEnglish } from "@orama/stemmers/english";
import { stemmer as stemGerman } from "@orama/stemmers/german";
import type { Locale } from "../i18n/locale";

/** Longer runs are no words of any language; they are cut, so that they stay findable by their beginning. */
export const longestWord = 60;

/** Lower case without accents; in German "ß" is "ss", and "ae" is as good as "ä". */
export function fold(word: string, locale: Locale): string {
  const plain = word
    .slice(0, longestWord)
    .toLowerCase()
    .replaceAll("ß", "ss")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(locale === "en" ? /['’]s$|['’]/g : /['’]/g, "");
  return locale === "de" ? plain.replace(/([ao])e/g, "$1").replace(/(?<![aeq])ue/g, "u") : plain;
}

/** Names of things ("W7", "E18") stay as they are. */
export function stem(folded: string, locale: Locale): string {
  if (/\d/.test(folded)) return folded;
  return (locale === "de" ? germanRoot(stemGerman(folded)) : stemEnglish(folded)) || folded;
}

/** The stemmer knows no verbs in -ieren: "aktualisieren", "aktualisiert" and "Aktualisierung" are one word to who looks for it. */
function germanRoot(stemmed: string): string {
  return stemmed.length < 6 ? stemmed : stemmed.replace(/(?<=[^aeiou])(?:iert|i)$/, "ier");
}
