import type { Packet } from "@/lib/conversations/packet";

export type Said = { label: string; value: string };

/** A question about something, in German or English, and the names under which the packet knows it. */
const topics: { asks: RegExp; label: RegExp }[] = [
  {
    asks: /(wann|seit wann|when|how long).{0,40}(gekauft|kauf|besitz|bought|buy|purchase|had it|own)|kaufdatum|purchase date|wie alt|how old/i,
    label: /kauf|bought|purchase|seit|since|alter|age/i,
  },
  {
    asks: /(welch|was für|um was|which|what).{0,30}(modell|gerät|maschine|model|appliance|machine|product|produkt)/i,
    label: /ger[äa]t|modell?|appliance|product|produkt|machine|maschine/i,
  },
  {
    asks: /fehlercode|fehlermeldung|welcher fehler|was zeigt|error code|error message|(which|what) error|what does .{0,20}(display|show)/i,
    label: /fehler|error|code|anzeige|display/i,
  },
  { asks: /(welch|which|what).{0,20}(programm?|program)/i, label: /programm?/i },
  { asks: /(welch|which|what).{0,30}(firmware|version)/i, label: /firmware|version/i },
];
const asksTried =
  /(schon|bereits|already|have you|haben sie).{0,40}(versucht|probiert|gereinigt|geprüft|tried|cleaned|checked|restarted)|was haben sie .{0,20}(versucht|unternommen)|what have you .{0,10}tried/i;

/** What the agent is about to ask although the customer has told it: shown before it is sent. */
export function alreadySaid(text: string, { facts, tried }: Pick<Packet, "facts" | "tried">): Said | null {
  for (const sentence of text.split(/(?<=[?!.\n])/)) {
    if (!looksLikeQuestion(sentence)) continue;
    for (const { asks, label } of topics) {
      const fact = asks.test(sentence) ? facts.find((known) => label.test(known.label)) : undefined;
      if (fact) return fact;
    }
    if (asksTried.test(sentence) && tried.length > 0) return { label: "", value: tried.join(", ") };
  }
  return null;
}

function looksLikeQuestion(sentence: string): boolean {
  return /\?\s*$/.test(sentence) || /\b(bitte|please|nennen|tell me|sagen sie mir)\b/i.test(sentence);
}
