import type { Fact } from "@/db/schema";
import { type MissingFact, missingFacts } from "./packet";

type Told = { title: string; text: string; facts: Fact[]; tried: string[] };

/** What is still worth asking for: neither among the facts nor said in the question itself. */
export function findMissing({ title, text, facts, tried }: Told): MissingFact[] {
  const sentences = `${title}\n${text}`.split(/(?<=[.!?…])\s+|\n+/);
  const said = (patterns: RegExp[]) => sentences.some((sentence) => patterns.every((pattern) => pattern.test(sentence)));
  const known = (fact: MissingFact) => (fact === "tried" ? tried.length > 0 : facts.some(({ label }) => labels[fact].test(label)));
  return missingFacts.filter((fact) => !known(fact) && !(inSentence[fact] && said(inSentence[fact])));
}

const labels: Record<Exclude<MissingFact, "tried">, RegExp> = {
  product: /ger[äa]t|modell?|appliance|product|produkt|machine|maschine/i,
  errorCode: /fehler|error|code|anzeige/i,
  bought: /kauf|bought|purchase|seit|since|alter|age/i,
};

/** All of them in one sentence. A model is a name like any other, so it cannot be told from words. */
const inSentence: Partial<Record<MissingFact, RegExp[]>> = {
  errorCode: [/\b[EF]-?\d{1,3}\b|\b(?:[Ff]ehler|[Ee]rror)(?:code|meldung| code)?:? ?[A-Z]{0,2}-?\d{1,3}\b/],
  bought: [/gekauft|angeschafft|\bbought\b|purchased/i, /\b(?:19|20)\d\d\b|\b(?:jahr|monat|woche|year|month|week)|gestern|yesterday/i],
  tried: [/\b(?:hab|habe|haben|wurde|i|we|have|already|tried)\b/i, /versucht|probiert|gereinigt|geputzt|geprüft|getauscht|gewechselt|entkalkt|zurückgesetzt|neu gestartet|\b(?:tried|cleaned|checked|replaced|descaled|reset|restarted)\b/i],
};
