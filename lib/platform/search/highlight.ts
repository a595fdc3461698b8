import type { Locale } from "../i18n/locale";
import { analyze, type Token } from "./analyze";
import { partTerm } from "./document-vector";

/** Long texts are looked through so far (characters); what is found deeper shows the beginning instead. */
const lookedThrough = 8_000;
const passageLength = 220;

/** A heading or an item of a list, without the point that ends a sentence: it must not run into the next line. */
const unfinishedLine = /(?<=^|\n)([^\n]{1,80}(?:[\p{L}\p{N})”"“»]|<\/mark>))[ \t]*\n\s*(?=\S)/gu;

/** A term and how much it tells. */
export type Sought = Map<string, number>;
type Span = { start: number; end: number };
type Passage = Span & { text: string; tokens: Token[]; value: number };

/** The whole text as HTML, nothing in it but <mark>. */
export function highlight(text: string, sought: Sought, locale: Locale): string {
  return marked(text, 0, text.length, marksIn(analyze(text, locale), sought));
}

/** Of these texts the passage that says most of what is sought, as HTML with nothing in it but <mark>. Earlier texts win ties. */
export function bestPassage(texts: string[], sought: Sought, locale: Locale): string {
  let best: Passage | undefined;
  for (const [place, whole] of texts.entries()) {
    const text = whole.slice(0, lookedThrough);
    const tokens = analyze(text, locale);
    const found = bestWindow(tokens, sought);
    // A bit for being the answer, never enough to beat one more word.
    const value = found ? found.value + (texts.length - place) * 0.01 : 0;
    if (found && (!best || value > best.value)) best = { ...found, text, tokens, value };
  }
  const text =
    best?.text ?? texts.find((candidate) => candidate.trim() !== "")?.slice(0, lookedThrough) ?? "";
  const { start, end } = around(text, best ?? { start: 0, end: 0 });
  const html = marked(text, start, end, marksIn(best?.tokens ?? [], sought))
    .replace(unfinishedLine, "$1 · ")
    .replace(/\s+/g, " ")
    .trim();
  return `${start > 0 ? "…" : ""}${html}${end < text.length ? "…" : ""}`;
}

function bestWindow(tokens: Token[], sought: Sought): (Span & { value: number }) | undefined {
  const found = tokens.filter((token) => isSought(token, sought));
  let best: (Span & { value: number }) | undefined;
  for (const [index, first] of found.entries()) {
    const terms = new Map<string, number>();
    let end = first.end;
    for (let next = index; next < found.length; next++) {
      const token = found[next];
      if (!token || token.end - first.start > passageLength) break;
      for (const term of termsOf(token)) {
        const worth = sought.get(term);
        if (worth !== undefined) terms.set(term, worth);
      }
      end = token.end;
    }
    const value = [...terms.values()].reduce((sum, worth) => sum + worth, 0);
    if (!best || value > best.value) best = { start: first.start, end, value };
  }
  return best;
}

/** Widens a window to the usual length, from the beginning of its sentence where that is near. */
function around(text: string, window: Span): Span {
  const room = Math.max(0, passageLength - (window.end - window.start));
  const earliest = Math.max(0, window.start - Math.min(90, room));
  const sentence =
    earliest === 0
      ? 0
      : (afterLast(text, /[.!?:]\s|\n/g, earliest, window.start) ??
        afterLast(text, /\s/g, earliest, window.start, true) ??
        earliest);
  const latest = Math.min(text.length, Math.max(window.end, sentence + passageLength));
  if (latest === text.length) return { start: sentence, end: latest };
  const space = text.lastIndexOf(" ", latest);
  return { start: sentence, end: Math.max(space, window.end) };
}

function afterLast(
  text: string,
  pattern: RegExp,
  from: number,
  to: number,
  first = false,
): number | undefined {
  const ends = [...text.slice(from, to).matchAll(pattern)].map(
    (match) => from + match.index + match[0].length,
  );
  return first ? ends[0] : ends.at(-1);
}

/** A compound is marked as a whole when one of its parts is sought: never a piece of a word. */
function isSought(token: Token, sought: Sought): boolean {
  return sought.has(token.term) || (token.compound?.all.some((part) => sought.has(partTerm(part))) ?? false);
}

function termsOf({ term, compound }: Token): string[] {
  return compound ? [term, ...compound.all.map(partTerm)] : [term];
}

/** Words and their joined form overlap: the wider mark wins. */
function marksIn(tokens: Token[], sought: Sought): Span[] {
  const spans = tokens
    .filter((token) => !token.stop && isSought(token, sought))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const marks: Span[] = [];
  for (const span of spans) if (span.start >= (marks.at(-1)?.end ?? 0)) marks.push(span);
  return marks;
}

function marked(text: string, start: number, end: number, marks: Span[]): string {
  let html = "";
  let at = start;
  for (const mark of marks) {
    if (mark.start < start || mark.end > end) continue;
    html += `${escape(text.slice(at, mark.start))}<mark>${escape(text.slice(mark.start, mark.end))}</mark>`;
    at = mark.end;
  }
  return html + escape(text.slice(at, end));
}

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
