import { posix } from "node:path";
import type { Nodes, Parents, Root } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import { applyEdits } from "../replace-links";
import type { ArticleFile } from "./parse-article";

type Edit = { start: number; end: number; text: string };
export type Prepared = { body: string; /** Links to other files that have no home yet. */ open: number; pictures: number };

const parser = unified().use(remarkParse).use(remarkGfm);
/** Most texts hold nothing that could change, and parsing takes long. */
const mayChange = /\]\(|<a\s|<img\s/i;
const anchor = /^<a\s+(?:name|id)\s*=[^>]*>(?:\s*<\/a>)?$/i;

/**
 * The text as it shall stand here: links between files lead to their articles, empty anchors are gone,
 * pictures that did not come along are their alternative text. Everything else keeps every sign.
 */
export function prepareBody(file: ArticleFile, homeOf: (path: string) => string | null, url?: string): Prepared {
  const text = file.body;
  if (!mayChange.test(text)) return { body: text.trim(), open: 0, pictures: 0 };
  const tree: Root = parser.parse(text);
  const edits: Edit[] = [];
  const result = { open: 0, pictures: 0 };
  visit(tree, (node, index, parent) => {
    const [start, end] = [node.position?.start.offset, node.position?.end.offset];
    if (start === undefined || end === undefined) return;
    const replace = (fresh: string) => edits.push({ start, end, text: fresh });
    if (node.type === "html") {
      const cleaned = withoutAnchors(node.value, parent, index);
      if (cleaned !== node.value) replace(cleaned);
    } else if (node.type === "image" && !/^https?:/i.test(node.url)) {
      result.pictures += 1;
      replace(node.alt ?? "");
    } else if (node.type === "link" && isRelative(node.url)) {
      const home = homeOf(resolveIn(file.path, node.url));
      if (!home && /\.(md|markdown)(#|$)/i.test(node.url)) result.open += 1;
      const address = home ? home + fragmentOf(node.url) : absolute(node.url, url);
      const label = text.slice(node.children[0]?.position?.start.offset ?? start, node.children.at(-1)?.position?.end.offset ?? end);
      // A picture in the label is an edit of its own, which this one would swallow.
      if (!node.children.some(holdsImage)) replace(address ? `[${label}](${address})` : label);
    }
  });
  return { body: applyEdits(text, edits).trim(), ...result };
}

function withoutAnchors(html: string, parent: Parents | undefined, index: number | undefined): string {
  if (anchor.test(html.trim())) return "";
  const before = parent && index ? parent.children[index - 1] : undefined;
  if (html === "</a>" && before?.type === "html" && anchor.test(before.value.trim())) return "";
  return html.replace(/<a\s+(?:name|id)\s*=[^>]*>\s*<\/a>/gi, "").replace(/<img\s[^>]*src\s*=\s*["']?data:[^>]*>/gi, "");
}

function holdsImage(node: Nodes): boolean {
  return node.type === "image" || ("children" in node && node.children.some(holdsImage));
}

/** Not an address of its own, not a place in the same text. */
function isRelative(url: string): boolean {
  return url !== "" && !url.startsWith("#") && !url.startsWith("//") && !/^[a-z][a-z0-9+.-]*:/i.test(url);
}

function fragmentOf(url: string): string {
  const at = url.indexOf("#");
  return at < 0 ? "" : url.slice(at);
}

/** The file that a link in another one names, as `pathKey` spells it. */
function resolveIn(path: string, url: string): string {
  const target = url.replace(/[?#].*$/, "");
  return pathKey(target.startsWith("/") ? target : posix.join(posix.dirname(path), safeDecode(target)));
}

export function pathKey(path: string): string {
  return posix.normalize(path).replace(/^\/+/, "").replace(/\.(md|markdown|html?)$/i, "").toLowerCase();
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function absolute(url: string, base: string | undefined): string | null {
  return base && URL.canParse(url, base) ? new URL(url, base).href : null;
}
