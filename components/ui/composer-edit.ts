/** Replace from..to with `insert`, then select start..end. */
export type Edit = { from: number; to: number; insert: string; start: number; end: number };
export type Selection = { text: string; from: number; to: number };

/** Bold, italic, code: puts marks around what is selected, or takes them away again. */
export function toggleAround({ text, from, to }: Selection, mark: string): Edit {
  const size = mark.length;
  const inside = text.slice(from, to);
  if (text.slice(from - size, from) === mark && text.slice(to, to + size) === mark) {
    return { from: from - size, to: to + size, insert: inside, start: from - size, end: to - size };
  }
  return { from, to, insert: `${mark}${inside}${mark}`, start: from + size, end: to + size };
}

/** Lists, quotes, headings: marks each selected line, or unmarks them when all are marked. */
export function togglePrefix({ text, from, to }: Selection, prefix: (line: number) => string): Edit {
  const first = text.lastIndexOf("\n", from - 1) + 1;
  const next = text.indexOf("\n", to);
  const last = next < 0 ? text.length : next;
  const lines = text.slice(first, last).split("\n");
  const marked = lines.every((line, index) => line.startsWith(prefix(index)));
  const insert = lines
    .map((line, index) => (marked ? line.slice(prefix(index).length) : prefix(index) + line))
    .join("\n");
  const end = first + insert.length;
  return { from: first, to: last, insert, start: from === to ? end : first, end };
}

/** A block of code when lines are selected, otherwise code in the line. */
export function toggleCode(selection: Selection): Edit {
  const inside = selection.text.slice(selection.from, selection.to);
  if (!inside.includes("\n")) return toggleAround(selection, "`");
  const insert = `\`\`\`\n${inside}\n\`\`\``;
  return { ...selection, insert, start: selection.from + 4, end: selection.from + 4 + inside.length };
}

/** Leaves the address selected, to be typed over. */
export function insertLink({ text, from, to }: Selection): Edit {
  const inside = text.slice(from, to);
  if (/^https?:\/\/\S+$/.test(inside)) {
    return { from, to, insert: `[](${inside})`, start: from + 1, end: from + 1 };
  }
  const start = from + inside.length + 3;
  return { from, to, insert: `[${inside}](https://)`, start, end: start + 8 };
}

/** Puts something on a line of its own at the caret. */
export function insertBlock({ text, from, to }: Selection, block: string): Edit {
  const before = from === 0 || text[from - 1] === "\n" ? "" : "\n";
  const insert = `${before}${block}\n`;
  return { from, to, insert, start: from + insert.length, end: from + insert.length };
}

/** The member being mentioned at the caret: the letters after "@", or null. */
export function mentionAt(text: string, caret: number): { from: number; prefix: string } | null {
  const found = /(?:^|[\s(])@([\p{L}\p{N}._-]{1,30})$/u.exec(text.slice(0, caret));
  return found?.[1] ? { from: caret - found[1].length - 1, prefix: found[1] } : null;
}

/** Changes the field the way typing does, so that undo works and everyone listening hears of it. */
export function applyEdit(field: HTMLTextAreaElement, { from, to, insert, start, end }: Edit): void {
  field.focus();
  field.setSelectionRange(from, to);
  if (!document.execCommand("insertText", false, insert)) {
    field.setRangeText(insert, from, to, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  field.setSelectionRange(start, end);
}

export function selectionOf(field: HTMLTextAreaElement): Selection {
  return { text: field.value, from: field.selectionStart, to: field.selectionEnd };
}
