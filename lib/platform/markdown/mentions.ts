import type { Link, Parents, PhrasingContent, Root, Text } from "mdast";
import type { VFile } from "vfile";
import type { RenderState } from "./pipeline";

/** Handles are ASCII. Not after a letter, digit or one of . / - @, so addresses and paths are left alone. */
const MENTION = /(?<![\p{L}\p{N}_@./\-])@([a-z0-9](?:[a-z0-9_-]{0,38}[a-z0-9_])?)(?![\p{L}\p{N}@])/giu;

/** Turns @name into a link to the member's page; not inside code or other links. */
export function mentions() {
  return (tree: Root, file: VFile): void => {
    if (file.data.state) walk(tree, file.data.state);
  };
}

function walk(parent: Parents, state: RenderState): void {
  if (parent.type === "link" || parent.type === "linkReference") return;
  let found = false;
  for (const child of parent.children) {
    if ("children" in child) walk(child, state);
    else if (child.type === "text" && child.value.includes("@")) found = true;
  }
  if (!found) return;
  const children = (parent.children as PhrasingContent[]).flatMap((child) =>
    child.type === "text" ? split(child, state) : [child],
  );
  parent.children = children;
}

function split(node: Text, state: RenderState): PhrasingContent[] {
  const parts: PhrasingContent[] = [];
  let end = 0;
  for (const found of node.value.matchAll(MENTION)) {
    const [whole, name = ""] = found;
    const handle = name.toLowerCase();
    state.mentions.add(handle);
    if (state.knownMembers && !state.knownMembers.has(handle)) continue;
    if (found.index > end) parts.push({ type: "text", value: node.value.slice(end, found.index) });
    parts.push(link(handle, whole));
    end = found.index + whole.length;
  }
  if (!parts.length) return [node];
  if (end < node.value.length) parts.push({ type: "text", value: node.value.slice(end) });
  return parts;
}

function link(handle: string, text: string): Link {
  return {
    type: "link",
    url: `/u/${handle}`,
    data: { hProperties: { className: ["mention"] } },
    children: [{ type: "text", value: text }],
  };
}
