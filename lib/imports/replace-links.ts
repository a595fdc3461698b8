import type { Link, Root } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { visit } from "unist-util-visit";

/** Where a link shall lead; the title stands in for a bare address. */
export type Home = { href: string; title: string };

type Edit = { start: number; end: number; text: string };

const parser = unified().use(remarkParse).use(remarkGfm);

/** The same Markdown with some links leading elsewhere: code and everything else keeps every sign. */
export function replaceLinks(markdown: string, homeOf: (url: string) => Home | null): string {
  const tree: Root = parser.parse(markdown);
  const edits: Edit[] = [];
  visit(tree, (node) => {
    const { position } = node;
    const [start, end] = [position?.start.offset, position?.end.offset];
    if (start === undefined || end === undefined) return;
    if (node.type === "link") {
      const home = homeOf(node.url);
      if (home) edits.push({ start, end, text: `[${label(node, markdown.slice(start, end), markdown, home)}](${home.href})` });
    } else if (node.type === "definition") {
      const home = homeOf(node.url);
      if (home) edits.push({ start, end, text: `[${node.label ?? node.identifier}]: ${home.href}` });
    }
  });
  return applyEdits(markdown, edits);
}

export function applyEdits(text: string, edits: Edit[]): string {
  let result = text;
  for (const { start, end, text: fresh } of [...edits].sort((a, b) => b.start - a.start)) result = result.slice(0, start) + fresh + result.slice(end);
  return result;
}

/** What was between the brackets; of a bare address, or one that is its own text, the title. */
function label(node: Link, written: string, markdown: string, home: Home): string {
  const [first, last] = [node.children[0]?.position?.start.offset, node.children.at(-1)?.position?.end.offset];
  if (!written.startsWith("[") || first === undefined || last === undefined) return escapeLabel(home.title);
  const inner = markdown.slice(first, last);
  return /^https?:\/\/\S+$/.test(inner) ? escapeLabel(home.title) : inner;
}

function escapeLabel(text: string): string {
  return text.replace(/[\\[\]*_`<>]/g, "\\$&");
}
