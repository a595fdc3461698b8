import type { Blockquote, Paragraph, Root, Text } from "mdast";
import { SKIP, visit } from "unist-util-visit";
import { calloutKinds, type CalloutKind, type Labels } from "./labels";

const MARK = new RegExp(`^\\[!(${calloutKinds.join("|")})\\][ \\t]*(?:\\n|$)`, "i");

interface Settings {
  article: boolean;
  words: Labels;
}

/**
 * "> [!NOTE]" and its siblings, in articles only: a member's post must not look like an official warning.
 * "> [!SPOILER]" folds away, everywhere.
 */
export function callouts({ article, words }: Settings) {
  return (tree: Root): void => {
    visit(tree, "blockquote", (quote) => {
      const kind = takeMark(quote, article);
      if (!kind) return;
      const spoiler = kind === "spoiler";
      const title: Paragraph = {
        type: "paragraph",
        data: spoiler ? { hName: "summary" } : { hProperties: { className: ["callout-title"] } },
        children: [{ type: "text", value: words[kind] }],
      };
      quote.children.unshift(title);
      quote.data = spoiler
        ? { hName: "details", hProperties: { className: ["spoiler"] } }
        : { hName: "div", hProperties: { className: ["callout", `callout-${kind}`], role: "note" } };
      return spoiler ? undefined : SKIP;
    });
  };
}

function takeMark(quote: Blockquote, article: boolean): CalloutKind | null {
  const [paragraph] = quote.children;
  if (paragraph?.type !== "paragraph") return null;
  const first: Text | undefined = paragraph.children[0]?.type === "text" ? paragraph.children[0] : undefined;
  const found = first && MARK.exec(first.value);
  const kind = calloutKinds.find((known) => known === found?.[1]?.toLowerCase());
  if (!first || !found || !kind || (kind !== "spoiler" && !article)) return null;
  first.value = first.value.slice(found[0].length);
  if (!first.value) paragraph.children.shift();
  if (paragraph.children[0]?.type === "break") paragraph.children.shift();
  if (!paragraph.children.length) quote.children.shift();
  return kind;
}
