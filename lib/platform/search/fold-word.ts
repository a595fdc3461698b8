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
  return (locale === "de" ? germanRoot(stemGerman(infinitive(folded))) : stemEnglish(folded)) || folded;
}

/** The stemmer knows no verbs in -ieren: "aktualisieren", "aktualisiert", "Aktualisierung" and "Installation" are one word to who looks for it. */
function germanRoot(stemmed: string): string {
  return stemmed.length < 6 ? stemmed : stemmed.replace(/(?<=.{4})ation$/, "ier").replace(/(?<=[^aeiou])(?:iert|i)$/, "ier");
}

const verbBeginnings =
  "(ab|an|auf|aus|bei|durch|ein|fest|fort|frei|her|heraus|herein|herunter|hervor|hin|hinaus|hinein|hinzu|hoch|los|mit|nach|statt|teil|um|unter|uber|vor|voraus|weg|weiter|wieder|zu|zuruck|zusammen)";
const weakParticiple = new RegExp(`^${verbBeginnings}ge(.{3,8}?)te?[mnrs]?$`);
const strongParticiple = new RegExp(`^${verbBeginnings}ge(?!bot)(.{3,7}?)(?<!ung|ig)ene?[mnrs]?$`);
const withZu = new RegExp(`^${verbBeginnings}(?<!hin)zu(?!gs)(.{3,}n)$`);

/** "abgelegt", "hochgefahren", "auszuschalten": of a verb whose parts something stands between the stemmer knows only the ending. */
function infinitive(folded: string): string {
  const weak = weakParticiple.exec(folded);
  if (weak?.[1] && weak[2]) return `${weak[1]}${weak[2].replace(/(?<=[dt]|[dfhk]n)e$/, "")}${/e[lr]$/.test(weak[2]) ? "n" : "en"}`;
  return folded.replace(strongParticiple, "$1$2en").replace(withZu, "$1$2");
}
