import type { Link, Parents, PhrasingContent, Root, Text } from "mdast";
import type { VFile } from "vfile";
import type { RenderState } from "./pipeline";

/** Not after a letter, digit or one of . / - @, so addresses and paths are left alone; no dot at the end. */
const MENTION =
  /(?<![\p{L}\p{N}_@./\-])@([\p{L}\p{N}](?:[\p{L}\p{N}._-]{0,38}[\p{L}\p{N}_])?)(?![\p{L}\p{N}@])/gu;

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
    const key = name.toLowerCase();
    if (!state.mentions.has(key)) state.mentions.set(key, name);
    if (state.knownMembers && !state.knownMembers.has(key)) continue;
    if (found.index > end) parts.push({ type: "text", value: node.value.slice(end, found.index) });
    parts.push(link(name, whole));
    end = found.index + whole.length;
  }
  if (!parts.length) return [node];
  if (end < node.value.length) parts.push({ type: "text", value: node.value.slice(end) });
  return parts;
}

function link(name: string, text: string): Link {
  return {
    type: "link",
    url: `/u/${encodeURIComponent(name)}`,
    data: { hProperties: { className: ["mention"] } },
    children: [{ type: "text", value: text }],
  };
}
