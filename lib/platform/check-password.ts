import type { Sentence } from "./errors";
import { site } from "./site";

export const passwordLength = { min: 12, max: 256 } as const;

/** What has to be left once everything guessable is taken out. */
const MIN_REST = 4;

/** Words people build passwords from; the names of the company and the person are added. */
const common = [
  ..."password passwort passwd kennwort geheim secret login admin administrator root user benutzer gast guest".split(
    " ",
  ),
  ..."welcome willkommen hallo hello changeme letmein iloveyou ichliebedich schatz liebling qwertz qwerty asdf".split(
    " ",
  ),
  ..."dragon monkey football fussball baseball master superman batman shadow sunshine princess prinzessin".split(
    " ",
  ),
  ..."sommer summer winter herbst autumn fruehling spring januar januari february februar march maerz april".split(
    " ",
  ),
  ..."june juni july juli august september oktober october november dezember december monday montag freitag".split(
    " ",
  ),
  ..."berlin hamburg muenchen wien zuerich schweiz deutschland germany austria oesterreich bayern dortmund".split(
    " ",
  ),
  ..."test testing demo sample beispiel computer internet google facebook amazon apple microsoft windows".split(
    " ",
  ),
  ..."trustno freedom whatever starwars pokemon michael thomas andreas daniel sabine jennifer jordan charlie".split(
    " ",
  ),
  ..."passphrase correcthorsebatterystaple abcdefghijkl abc kundig support service kunde kunden customer community".split(
    " ",
  ),
];

const rows = ["1234567890", "qwertzuiop", "qwertyuiop", "asdfghjkl", "yxcvbnm", "zxcvbnm"];

/**
 * What is wrong with a new password, or null; `person` is what everybody knows about its owner. NIST SP 800-63B-4: length and a block list, no rules about kinds of
 * characters. Twelve is between its 15 (password alone) and 8 (with a second factor): sign-in by e-mail link and the
 * limits on attempts stand beside it, and the block list here looks into the password instead of matching it whole.
 */
export function checkPassword(password: string, person: string[] = []): Sentence | null {
  const length = Array.from(password).length;
  if (length < passwordLength.min)
    return { key: "error.password.tooShort", values: { min: passwordLength.min } };
  if (length > passwordLength.max)
    return { key: "error.password.tooLong", values: { max: passwordLength.max } };
  const plain = plainLetters(password);
  if (isMonotonous(plain)) return { key: "error.password.common" };
  const own = wordsOf(person.join(" "));
  const house = wordsOf(`${site.company} ${site.community} ${site.legalName}`);
  if (isBuiltFrom(plain, [...common, ...house])) return { key: "error.password.common" };
  if (isBuiltFrom(plain, [...own, ...common, ...house])) return { key: "error.password.personal" };
  return null;
}

/** Lower case, without accents, and with the usual figures for letters read as letters. */
function plainLetters(text: string): string {
  const letters: Record<string, string> = {
    "0": "o",
    "1": "i",
    "3": "e",
    "4": "a",
    "5": "s",
    "7": "t",
    "@": "a",
    $: "s",
    "!": "i",
  };
  const lower = text
    .toLowerCase()
    .replace(/ä/g, "ae")
    .replace(/ö/g, "oe")
    .replace(/ü/g, "ue")
    .replace(/ß/g, "ss");
  const ascii = lower.normalize("NFKD").replace(/\p{M}/gu, "");
  // Only between letters: "2026" at the end is a year, not a word.
  return ascii.replace(/(?<=[a-z])[013457@$!](?=[a-z])/g, (sign) => letters[sign] ?? sign);
}

function wordsOf(text: string): string[] {
  return plainLetters(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= 3);
}

/** With all these words, figures and signs taken out, hardly a letter is left. */
function isBuiltFrom(password: string, words: string[]): boolean {
  let rest = password;
  for (const word of [...words].sort((a, b) => b.length - a.length)) rest = rest.replaceAll(word, " ");
  return rest !== password && Array.from(rest.replace(/[^\p{L}]/gu, "")).length < MIN_REST;
}

/** Mostly one step after another: repeats, counting, walks along a row of the keyboard, or one short piece again and again. */
function isMonotonous(password: string): boolean {
  if (/^(.{1,5}?)\1+.{0,4}$/su.test(password)) return true;
  const signs = Array.from(password);
  if (new Set(signs).size < 5) return true;
  const leaps = signs.slice(1).filter((sign, index) => !isStep(signs[index] ?? "", sign)).length;
  return leaps < 4;
}

function isStep(from: string, to: string): boolean {
  const distance = (to.codePointAt(0) ?? 0) - (from.codePointAt(0) ?? 0);
  if (Math.abs(distance) <= 1) return true;
  return rows.some(
    (row) => row.includes(from) && row.includes(to) && Math.abs(row.indexOf(from) - row.indexOf(to)) === 1,
  );
}
