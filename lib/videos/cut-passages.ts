import type { Cue } from "@/db/schema";

/** In seconds. A passage ends with a sentence once it is long enough, in any case before it is too long. */
const longEnough = 20;
const longest = 40;
/** After a silence something else begins. */
const silence = 10;

/** Cues joined to passages that say something by themselves, one line for each cue. */
export function cutPassages(cues: Cue[]): { start: number; text: string }[] {
  const passages: Cue[][] = [];
  for (const cue of cues) {
    const passage = passages.at(-1);
    if (passage && goesOn(passage, cue)) passage.push(cue);
    else passages.push([cue]);
  }
  return passages.map((passage) => ({ start: Math.floor(passage[0]?.start ?? 0), text: passage.map(({ text }) => text).join("\n") }));
}

function goesOn(passage: Cue[], next: Cue): boolean {
  const [first, last] = [passage[0], passage.at(-1)];
  if (!first || !last || next.start - last.end > silence || next.end - first.start > longest) return false;
  return last.end - first.start < longEnough || !/[.!?…]["”“»)]?$/.test(last.text);
}
