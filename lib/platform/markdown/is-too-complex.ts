/**
 * Refuses, from one cheap pass over the lines, texts built to make the parser slow. Its cost follows the marks
 * in a text, not its length, and some marks cost with their square. The weights are measured: one unit is about
 * 0.03 ms, the budget about 150 ms. Dense articles of 60 KB use two thirds of it, posts a few hundredths.
 * The count need not be exact (the parser knows more than this); what slips through meets the deadline.
 */
export function isTooComplex(markdown: string): boolean {
  let cost = 0;
  const state: State = { fence: null, columns: 0, marks: 0, depth: 0, sawHtml: false };
  for (const line of markdown.split(/\r\n?|\n/)) {
    cost += lineCost(line, state);
    if (cost + square(state.marks) > BUDGET) return true;
  }
  return false;
}

const BUDGET = 5_000;

/** Deeper than any real text; the writer of HTML is recursive and its stack finite. */
const MAX_DEPTH = 24;

interface State {
  fence: { mark: string; indent: number } | null;
  /** Of the table we are in: short rows are filled up to the head's columns, so they cost like full ones. */
  columns: number;
  /** In this paragraph: every mark may be compared with every other. */
  marks: number;
  depth: number;
  /** Inside raw HTML a fence is only text, so from then on no line is taken for code. */
  sawHtml: boolean;
}

function lineCost(line: string, state: State): number {
  if (isCode(line, state)) return 0.3;
  if (!line.trim()) {
    const settled = square(state.marks);
    Object.assign(state, { columns: 0, marks: 0, depth: 0 });
    return settled + 1;
  }
  const prefix = /^(?:[ \t]*(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)))+/.exec(line)?.[0] ?? "";
  const containers = prefix.match(/[>+*\-.)]/g)?.length ?? 0;
  if (containers > MAX_DEPTH) return BUDGET + 1;
  // Indentation keeps older containers open, each of which the line is tried against.
  let cost = 1 + 4 * containers + (containers ? indentation(line) / 4 : 0);
  const startsBlock = containers > 0 || /^ {0,3}(?:#|[=-]+[ \t]*$|\|)/.test(line);
  if (startsBlock) {
    cost += square(state.marks);
    Object.assign(state, { marks: 0, depth: containers });
    if (!containers) cost += 4;
  } else {
    // A lazy line is tried against every container it continues.
    cost += state.depth / 4;
  }
  const marks = line.match(/[*_~`![\]<>&@\\]/g)?.length ?? 0;
  state.marks += marks;
  cost += marks + 3 * (line.match(/\]\(|\[\^|&|www\.|:\/\//gi)?.length ?? 0);
  if (/^ {0,3}</.test(line)) state.sawHtml = true;
  return cost + tableCost(line, state);
}

function tableCost(line: string, state: State): number {
  const pipes = line.match(/\|/g)?.length ?? 0;
  if (pipes && /^[ \t>|:-]*$/.test(line) && line.includes("-")) state.columns = pipes;
  return 2 * Math.max(pipes, state.columns);
}

/** A fence opened in a list item ends with the item, so an indented one ends at the first line further left. */
function isCode(line: string, state: State): boolean {
  const indent = indentation(line);
  if (state.fence) {
    const closes =
      indent <= 3 && line.trim().startsWith(state.fence.mark) && /^[ \t]*(?:`+|~+)[ \t]*$/.test(line);
    const left = indent < state.fence.indent && line.trim() !== "";
    if (closes || left) state.fence = null;
    return !left;
  }
  const mark = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1];
  if (!mark || state.sawHtml) return false;
  state.fence = { mark, indent };
  Object.assign(state, { columns: 0 });
  return false;
}

function indentation(line: string): number {
  return line.length - line.trimStart().length;
}

function square(marks: number): number {
  return (marks * marks) / 2_000;
}
