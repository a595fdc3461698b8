import type { Heading, Root } from "mdast";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { documentText } from "./document-text";

/** In front of every anchor, so that no heading can take the name of something on the page or in `window`. */
export const ANCHOR_PREFIX = "s-";

/** Puts a text's headings below the page's own: posts from h3, articles from h2 with anchors. */
export function headings({ article }: { article: boolean }) {
  const shift = article ? 1 : 2;
  return (tree: Root, file: VFile): void => {
    const taken = new Map<string, number>();
    visit(tree, "heading", (node) => {
      node.depth = Math.min(6, node.depth + shift) as Heading["depth"];
      if (!article) return;
      const text = documentText(node).trim();
      const id = unusedAnchor(text, taken);
      node.data = { ...node.data, hProperties: { id } };
      if (text) file.data.state?.toc.push({ id, text, level: node.depth });
    });
  };
}

function unusedAnchor(text: string, taken: Map<string, number>): string {
  const base = anchor(text) || "section";
  const used = taken.get(base) ?? 0;
  taken.set(base, used + 1);
  // The dot cannot come out of a heading's text, so "a", "a", "a 1" stay three anchors.
  return `${ANCHOR_PREFIX}${base}${used ? `.${used + 1}` : ""}`;
}

function anchor(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 80);
}
