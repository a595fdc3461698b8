export type Known = { facts: readonly { label: string; value: string }[]; tried: readonly string[] };
/** `question` names what is asked again: the label of a fact, or "tried". */
export type Said = { question: string; value: string };

/** A question about something, in German or English, and the names under which it may be known. */
const topics: { asks: RegExp; label: RegExp }[] = [
  {
    asks: /(wann|seit wann|jahr|when|how long).{0,40}(gekauft|kauf|besitz|angeschafft|haben sie (ihn|sie|es)\b|bought|buy|purchase|had it|own)|kaufdatum|(date of |purchase )(purchase|date)|wie alt|how old/i,
    label: /kauf|bought|purchase|seit|since|alter|\bage\b/i,
  },
  {
    asks: /(welch|was für|um was|which|what|exact|genau).{0,30}(modell|gerät|maschine|model|appliance|machine|product|produkt)/i,
    label: /ger[äa]t|modell?|appliance|product|produkt|machine|maschine/i,
  },
  {
    asks: /fehlercode|fehlermeldung|welcher fehler|(zeigt|erscheint|steht).{0,30}(fehler|anzeige|display)|was zeigt|error (code|message)|(which|what) error|(show|display)\w*.{0,12}\berror|what does .{0,20}(display|screen|say|show)/i,
    label: /fehler|error|code|anzeige|display/i,
  },
  { asks: /(welch|which|what).{0,20}program/i, label: /program/i },
  { asks: /(bestell|auftrags)nummer|order (number|no\b)/i, label: /bestell|auftrag|order/i },
  { asks: /(welch|which|what).{0,30}(firmware|version|software)/i, label: /firmware|version|software/i },
];
const asksTried =
  /(was|welche schritte) haben sie .{0,25}(versucht|probiert|unternommen|getan)|what have you .{0,10}(tried|done)|what did you try/i;
/** A word that says that something was done before; without it a question may ask for the present. */
const done = /\b(schon|bereits|already|yet|did you|bisher)\b/i;

/** What is about to be asked although it was told: the first such thing in the text. */
export function alreadySaid(text: string, { facts, tried }: Known): Said | null {
  for (const sentence of text.split(/(?<=[?!.\n])/)) {
    if (!looksLikeQuestion(sentence)) continue;
    for (const { asks, label } of topics) {
      const fact = asks.test(sentence) ? facts.find((known) => label.test(known.label)) : undefined;
      if (fact) return { question: fact.label, value: fact.value };
    }
    const named = asksByName.test(sentence) ? facts.find(({ label }) => mentions(sentence, label)) : undefined;
    if (named) return { question: named.label, value: named.value };
    if (tried.length > 0 && (asksTried.test(sentence) || (done.test(sentence) && tried.some((step) => shareWords(sentence, step))))) {
      return { question: "tried", value: tried.join(", ") };
    }
  }
  return null;
}

const asksByName = /\b(wie lautet|welche[rsnm]?|was ist|nennen|mitteilen|what is|what's|which|tell me|send me|could i have)\b/i;

function looksLikeQuestion(sentence: string): boolean {
  return /\?\s*$/.test(sentence) || /\b(nennen sie|sagen sie mir|teilen sie|schicken sie mir ihre|tell me|send me your)\b/i.test(sentence);
}

function mentions(sentence: string, label: string): boolean {
  return label.length > 3 && sentence.toLowerCase().includes(label.toLowerCase());
}

/** Both name the same thing: "das Sieb gereinigt" and "Sieb gereinigt". */
function shareWords(sentence: string, step: string): boolean {
  const words = stemsOf(step);
  const shared = words.filter((word) => stemsOf(sentence).some((other) => other.startsWith(word) || word.startsWith(other)));
  return shared.length >= Math.min(2, words.length);
}

function stemsOf(text: string): string[] {
  return (text.toLowerCase().match(/\p{L}{4,}/gu) ?? []).map((word) => word.slice(0, 6));
}
