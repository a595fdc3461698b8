import type { Handle, State } from "hast-util-to-mdast";
import type { Element } from "hast";
import type { Blockquote, BlockContent, Html, PhrasingContent } from "mdast";

const raw = (value: string): Html => ({ type: "html", value });

/** Tags that Markdown has no sign for and renderMarkdown understands bare. */
const keepTag: Handle = (state: State, node: Element) => [
  raw(`<${node.tagName}>`),
  ...(state.all(node) as PhrasingContent[]),
  raw(`</${node.tagName}>`),
];

/** The hidden text of Stack Exchange becomes our foldaway quote. */
const blockquote: Handle = (state: State, node: Element): Blockquote => {
  const children = state.toFlow(state.all(node)) as BlockContent[];
  const { className } = node.properties;
  const spoiler = Array.isArray(className) && className.includes("spoiler");
  if (spoiler) children.unshift({ type: "paragraph", children: [raw("[!SPOILER]")] });
  return { type: "blockquote", children };
};

export const markdownHandlers: Record<string, Handle> = {
  kbd: keepTag,
  sub: keepTag,
  sup: keepTag,
  blockquote,
};
