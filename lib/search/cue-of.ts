import type { Cue } from "@/db/schema";
import type { Locale } from "@/lib/platform/i18n/locale";
import { highlight, type Sought } from "@/lib/platform/search/highlight";
import type { HitCue } from "./hit";

export type Said = { articleId: number; videoId: number; start: number; /** From the passage on. */ cues: Cue[] };

/** The second at which what is sought is said: that of the line of the passage that holds most of it. */
export function cueOf({ videoId, start, cues }: Said, passage: string, sought: Sought, locale: Locale): HitCue {
  let best = { start, marks: 0 };
  for (const [at, line] of passage.split("\n").entries()) {
    const marks = highlight(line, sought, locale).split("<mark>").length - 1;
    if (marks > best.marks) best = { start: cues.slice(at).find(({ text }) => text === line)?.start ?? start, marks };
  }
  return { videoId, start: Math.floor(best.start) };
}
