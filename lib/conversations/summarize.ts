import { excerpt } from "@/lib/platform/markdown/excerpt";

const LONGEST = 180;
const SHORTEST = 25;

/**
 * One line for the agent, word for word from the question: the sentence that says most of what the title does
 * not, judged by the numbers, codes and title words in it (a year says when, not what); early ones win.
 */
export function summarize(title: string, text: string): string {
  const words = new Set(wordsOf(title).filter((word) => word.length > 3));
  const sentences = text
    .split(/(?<=[.!?…])\s+|\n+/)
    .map((sentence) => sentence.replace(/\s+/g, " ").trim())
    .filter((sentence) => sentence.length >= SHORTEST);
  let best = title;
  let most = -Infinity;
  for (const [index, sentence] of sentences.slice(0, 40).entries()) {
    const named = wordsOf(sentence).filter((word) => words.has(word)).length;
    const codes = sentence.match(/\b(?!(?:19|20)\d\d\b)(?=\w*\d)\w{2,}\b/g)?.length ?? 0;
    const greeting = /^(hallo|hi|hello|guten|dear|liebe|moin)\b/i.test(sentence) ? 3 : 0;
    const score = named + 1.5 * codes - greeting - index * 0.3;
    if (score > most) [best, most] = [sentence, score];
  }
  return excerpt(best, LONGEST);
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
