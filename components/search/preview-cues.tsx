import { CueLine } from "@/components/videos/cue-line";
import type { Hit, HitCue } from "@/lib/search/hit";

/** Lines shown before and from the one that was found. */
const before = 1;
const after = 7;

type PreviewCuesProps = { cues: { start: number; text: string }[]; cue: HitCue; hit: Hit };

/** What is said in a video around what was found; each line leads to its second. */
export function PreviewCues({ cues, cue, hit }: PreviewCuesProps) {
  const found = Math.max(0, cues.findLastIndex(({ start }) => Math.floor(start) <= cue.start));
  const from = Math.max(0, found - before);
  return (
    <ol className="prevcues" lang={hit.locale}>
      {cues.slice(from, found + after).map((line, at) => (
        <li key={line.start}>
          <CueLine cue={line} href={hit.url.replace(/t=\d+/, `t=${Math.floor(line.start)}`)} current={from + at === found} />
        </li>
      ))}
    </ol>
  );
}
