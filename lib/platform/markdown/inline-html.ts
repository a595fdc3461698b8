import type { BlockContent, Html, Nodes, Paragraph, Parents, PhrasingContent, Root } from "mdast";

/** Written bare in a text, these few are kept: people type keys and formulas with them, and so do imports. */
const KEPT = /^<(\/?)(kbd|sub|sup)>$/i;
const LINE_BREAK = /^<br ?\/?>$/i;
const COMMENT = /^<!--[\s\S]*-->$/;

/** Deeper than anyone means it, and far below what a recursive writer of HTML can take. */
const MAX_DEPTH = 4;

/**
 * Raw HTML is never HTML here: it is shown as the text that was typed, so "<serial number>" does not vanish.
 * Bare <kbd>, <sub>, <sup> and <br> are understood, comments are dropped.
 */
export function inlineHtml() {
  return (tree: Root): void => walk(tree);
}

function walk(parent: Parents): void {
  if (parent.children.some((child) => child.type === "html")) {
    if (holdsPhrasing(parent)) parent.children = keepKnownTags(parent.children as PhrasingContent[]);
    else showAsText(parent);
  }
  for (const child of parent.children) if ("children" in child) walk(child);
}

function holdsPhrasing(parent: Parents): boolean {
  return !["root", "blockquote", "listItem", "footnoteDefinition"].includes(parent.type);
}

function showAsText(parent: Parents): void {
  const kept: Nodes[] = [];
  for (const child of parent.children) {
    if (child.type !== "html") kept.push(child);
    else if (!COMMENT.test(child.value.trim())) kept.push(asParagraph(child));
  }
  parent.children = kept as BlockContent[];
}

function asParagraph(node: Html): Paragraph {
  return { type: "paragraph", children: [{ type: "text", value: node.value }] };
}

interface Level {
  tag: string;
  children: PhrasingContent[];
}

function keepKnownTags(children: PhrasingContent[]): PhrasingContent[] {
  const levels: Level[] = [{ tag: "", children: [] }];
  const top = (): Level => levels[levels.length - 1] ?? { tag: "", children: [] };
  // An opening tag that is never closed goes back to being text.
  const dissolve = (): void => {
    const level = levels.pop();
    if (level) top().children.push({ type: "text", value: `<${level.tag}>` }, ...level.children);
  };
  for (const child of children) {
    if (child.type !== "html") {
      top().children.push(child);
      continue;
    }
    const [, closing, name = ""] = KEPT.exec(child.value) ?? [];
    const tag = name.toLowerCase();
    if (tag && !closing && levels.length <= MAX_DEPTH) {
      levels.push({ tag, children: [] });
    } else if (tag && closing && levels.some((level) => level.tag === tag)) {
      while (top().tag !== tag) dissolve();
      const level = levels.pop();
      top().children.push({ type: "emphasis", data: { hName: tag }, children: level?.children ?? [] });
    } else if (LINE_BREAK.test(child.value)) {
      top().children.push({ type: "break" });
    } else if (!COMMENT.test(child.value)) {
      top().children.push({ type: "text", value: child.value });
    }
  }
  while (levels.length > 1) dissolve();
  return top().children;
}
