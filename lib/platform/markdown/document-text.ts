import type { Nodes } from "mdast";
import { calloutKinds } from "./labels";

const BLOCKS = new Set([
  "paragraph",
  "heading",
  "code",
  "tableRow",
  "listItem",
  "blockquote",
  "footnoteDefinition",
  "thematicBreak",
]);
const HTML_TAG = /<\/?(?:kbd|sub|sup|br)\s?\/?>|<!--[\s\S]*?-->/gi;

const CALLOUT_MARK = new RegExp(`^\\[!(?:${calloutKinds.join("|")})\\]$`, "gim");

/** What a reader would read of a tree: no marks, no addresses, blocks on lines of their own. */
export function documentText(node: Nodes): string {
  const parts: string[] = [];
  collect(node, parts);
  return parts
    .join("")
    .replace(/[ \t]+\n/g, "\n")
    .replace(CALLOUT_MARK, "")
    .replace(/\n{2,}/g, "\n")
    .trim();
}

function collect(node: Nodes, parts: string[]): void {
  if (BLOCKS.has(node.type)) parts.push("\n");
  if (node.type === "html") parts.push(node.value.replace(HTML_TAG, ""));
  else if ("value" in node) parts.push(node.value);
  else if (node.type === "image" || node.type === "imageReference") parts.push(node.alt ?? "");
  else if (node.type === "break") parts.push("\n");
  else if ("children" in node) {
    for (const child of node.children) {
      collect(child, parts);
      if (child.type === "tableCell") parts.push(" ");
    }
  }
  if (BLOCKS.has(node.type)) parts.push("\n");
}
