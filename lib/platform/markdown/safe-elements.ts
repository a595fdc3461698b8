import { createHash } from "node:crypto";
import type { Element, ElementContent, Parents, Properties, Root } from "hast";
import { visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { ANCHOR_PREFIX } from "./headings";
import type { Labels } from "./labels";
import { isFilePath, safeHref } from "./safe-href";

/** Colouring a longer listing costs more than it helps. */
const MAX_HIGHLIGHT = 20_000;

interface Settings {
  article: boolean;
  words: Labels;
}

/** What our pages ask of links, images, tables, code and footnotes. The schema after it has the last word. */
export function safeElements({ article, words }: Settings) {
  return (tree: Root, file: VFile): void => {
    // Many posts share a page; footnotes of one must not lead into another.
    const prefix = `m${createHash("sha256").update(String(file.value)).digest("hex").slice(0, 10)}-`;
    const tables: { table: Element; index: number; parent: Parents }[] = [];
    visit(tree, "element", (node, index, parent) => {
      if (node.tagName === "a") fixLink(node, { article, prefix, file });
      else if (node.tagName === "img") fixImage(node, file);
      else if (node.tagName === "input")
        node.properties.ariaLabel = node.properties.checked ? words.done : words.open;
      else if (node.tagName === "pre") fixListing(node);
      else if (node.tagName === "table" && parent && index !== undefined)
        tables.push({ table: node, index, parent });
      prefixIds(node, prefix);
    });
    for (const { table, index, parent } of tables) parent.children[index] = scrollable(table, words.table);
  };
}

function fixLink(node: Element, at: { article: boolean; prefix: string; file: VFile }): void {
  const href = typeof node.properties.href === "string" ? node.properties.href : "";
  const { className } = node.properties;
  if ("dataFootnoteRef" in node.properties || "dataFootnoteBackref" in node.properties) {
    node.properties.href = `#${at.prefix}${href.slice(1)}`;
    return;
  }
  if (href.startsWith("#") && href.length > 1 && at.article) {
    const anchor = href.slice(1);
    node.properties = { href: `#${anchor.startsWith(ANCHOR_PREFIX) ? "" : ANCHOR_PREFIX}${anchor}` };
    return;
  }
  // Foreign pictures become links, and a link cannot hold a link.
  visit(node, "element", (inner) => {
    if (inner.tagName === "img" && !isFilePath(String(inner.properties.src))) asText(inner);
  });
  const safe = safeHref(href);
  node.properties = link(safe);
  if (!safe) {
    node.tagName = "span";
    return;
  }
  const mention = Array.isArray(className) && className.includes("mention");
  if (mention) node.properties.className = ["mention"];
  else at.file.data.state?.links.add(safe);
}

function link(href: string | null): Properties {
  if (!href) return {};
  return href.startsWith("/") ? { href } : { href, rel: ["nofollow", "ugc", "noopener"] };
}

/** Only our own files are loaded; a picture from elsewhere would tell its host who reads, so it is a link. */
function fixImage(node: Element, file: VFile): void {
  const { src, alt } = picture(node);
  if (isFilePath(src)) {
    node.properties = { src, alt, loading: "lazy", decoding: "async" };
    return;
  }
  const href = safeHref(src);
  asText(node);
  if (!href) return;
  node.tagName = "a";
  node.properties = link(href);
  file.data.state?.links.add(href);
}

function asText(node: Element): void {
  const { src, alt } = picture(node);
  node.tagName = "span";
  node.properties = {};
  node.children = [{ type: "text", value: alt.trim() || (safeHref(src) ?? "") }];
}

function picture(node: Element): { src: string; alt: string } {
  const { src, alt } = node.properties;
  return { src: typeof src === "string" ? src : "", alt: typeof alt === "string" ? alt : "" };
}

function fixListing(node: Element): void {
  // Wide code scrolls; the keyboard must be able to reach what the mouse can.
  node.properties = { tabIndex: 0 };
  const code = node.children[0];
  if (code?.type !== "element" || code.tagName !== "code") return;
  const text = code.children[0];
  if (text?.type === "text" && text.value.length > MAX_HIGHLIGHT)
    code.properties.className = ["no-highlight"];
}

function scrollable(table: Element, name: string): ElementContent {
  return {
    type: "element",
    tagName: "div",
    properties: { className: ["table-scroll"], role: "region", ariaLabel: name, tabIndex: 0 },
    children: [table],
  };
}

function prefixIds(node: Element, prefix: string): void {
  const { id, ariaDescribedBy } = node.properties;
  if (typeof id === "string" && !id.startsWith(ANCHOR_PREFIX)) node.properties.id = prefix + id;
  if (Array.isArray(ariaDescribedBy))
    node.properties.ariaDescribedBy = ariaDescribedBy.map((name) => prefix + name);
}
