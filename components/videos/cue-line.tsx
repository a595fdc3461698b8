import { clockTime } from "./clock-time";

type CueLineProps = { cue: { start: number; text: string }; href: string; current?: boolean };

/** One line of what is said in a video; it leads to its second. */
export function CueLine({ cue: { start, text }, href, current }: CueLineProps) {
  return (
    <a className="cline" href={href} data-start={start} aria-current={current ? "true" : undefined}>
      <span className="at">{clockTime(start)}</span>
      <span>{text}</span>
    </a>
  );
}
