import type { Cue } from "@/db/schema";
import { type Sentence } from "../errors";
import { htmlText } from "../search/html-text";

type Line = { number: number; text: string };
type Parsed = { cues: Cue[]; wrong?: undefined } | { wrong: Sentence };

const time = String.raw`(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})`;
const timing = new RegExp(String.raw`^${time}[ \t]+-->[ \t]+${time}(?:[ \t].*)?$`);
const shownLength = 60;

/**
 * What a WebVTT file says and when, without its tags. Players skip what they don't understand; whoever adds a file
 * is told the first line that is wrong instead. The parsers there are skip too, or say it in one language.
 */
export function parseCaptions(vtt: string): Parsed {
  const lines = vtt
    .replace(/^\uFEFF/, "")
    .split(/\r\n?|\n/)
    .map((text, index) => ({ number: index + 1, text: text.trimEnd() }));
  if (!/^WEBVTT(?:[ \t]|$)/.test(lines[0]?.text ?? "")) return { wrong: { key: "error.captions.header" } };
  const cues: Cue[] = [];
  // What stands below the first line up to an empty one belongs to it.
  for (const block of blocksOf(lines).slice(1)) {
    if (/^(?:NOTE|STYLE|REGION)(?:[ \t]|$)/.test(block[0]?.text ?? "")) continue;
    const cue = readCue(block, cues.at(-1)?.start ?? 0);
    if ("key" in cue) return { wrong: cue };
    cues.push(cue);
  }
  return cues.length > 0 ? { cues } : { wrong: { key: "error.captions.none" } };
}

function blocksOf(lines: Line[]): Line[][] {
  const blocks: Line[][] = [[]];
  for (const line of lines) {
    if (line.text !== "") blocks.at(-1)?.push(line);
    else if (blocks.at(-1)?.length) blocks.push([]);
  }
  return blocks.filter((block) => block.length > 0);
}

function readCue(block: Line[], notBefore: number): Cue | Sentence {
  // Above the times there may be a name.
  const at = block.findIndex(({ text }) => text.includes("-->"));
  const line = block[at];
  if (!line || at > 1) return told("error.captions.stray", block[0]);
  const found = timing.exec(line.text);
  if (!found) return told("error.captions.time", line);
  const [start, end] = [secondsOf(found.slice(1, 5)), secondsOf(found.slice(5, 9))];
  if (end <= start) return told("error.captions.end", line);
  if (start < notBefore) return told("error.captions.order", line);
  const payload = block.slice(at + 1).map(({ text }) => text);
  const text = htmlText(payload.join(" ")).replace(/\s+/g, " ").trim();
  return text === "" ? told("error.captions.empty", line) : { start, end, text };
}

type Wrong = "error.captions.stray" | "error.captions.time" | "error.captions.end" | "error.captions.order" | "error.captions.empty";

function told(key: Wrong, line: Line | undefined): Sentence {
  return { key, values: { line: line?.number ?? 1, text: (line?.text ?? "").slice(0, shownLength) } };
}

function secondsOf([hours = "0", minutes, seconds, thousandths]: (string | undefined)[]): number {
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) + Number(thousandths) / 1000;
}
