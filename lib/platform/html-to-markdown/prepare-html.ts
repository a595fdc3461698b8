import type { Element, ElementContent, Parents, Root, RootContent } from "hast";
import { SKIP, visit } from "unist-util-visit";
import type { VFile } from "vfile";

export interface PrepareOptions {
  baseUrl?: string;
  /** The new address of a link, or null to keep it. Gets absolute addresses. */
  rewriteLink?: (href: string) => string | null;
}

/** Brings foreign HTML into the shapes the Markdown writer knows: languages of code, addresses, pictures as links. */
export function prepareHtml() {
  return (tree: Root, file: VFile): void => {
    const options = file.data.prepare ?? {};
    let languageOfAll = "";
    visit(tree, (node, index, parent) => {
      if (node.type === "comment")
        languageOfAll = languageComment(node.value, "language-all") || languageOfAll;
      if (node.type !== "element") return undefined;
      if (node.tagName === "pre") {
        const before = parent && index !== undefined ? languageBefore(parent, index) : "";
        nameLanguage(node, languageOf(node) || before || languageOfAll);
        return SKIP;
      }
      if (node.tagName === "a") fixLink(node, options);
      if (node.tagName === "img") pictureAsLink(node, options);
      return undefined;
    });
  };
}

/** "lang-js", "language-js" or "lang-js prettyprint-override", on the listing or on the code in it. */
function languageOf(node: Element): string {
  const inner = node.children.filter((child): child is Element => child.type === "element");
  for (const element of [node, ...inner]) {
    const { className } = element.properties;
    for (const name of Array.isArray(className) ? className.map(String) : []) {
      const language = /^lang(?:uage)?-([\w+#.-]+)$/.exec(name)?.[1];
      if (language && language !== "none") return language;
    }
  }
  return "";
}

/** Stack Exchange writes the language as a comment before the listing. */
function languageBefore(parent: Parents, index: number): string {
  for (let at = index - 1; at >= 0; at--) {
    const node: RootContent | undefined = parent.children[at];
    if (node?.type === "comment") return languageComment(node.value, "language");
    if (node?.type !== "text" || node.value.trim()) return "";
  }
  return "";
}

function languageComment(comment: string, name: string): string {
  const [, key, language = ""] = /^\s*(language(?:-all)?):\s*(?:lang-)?([\w+#.-]+)\s*$/.exec(comment) ?? [];
  return key === name && language !== "none" ? language : "";
}

function nameLanguage(node: Element, language: string): void {
  let code = node.children.find(
    (child): child is Element => child.type === "element" && child.tagName === "code",
  );
  if (!code) {
    code = { type: "element", tagName: "code", properties: {}, children: node.children as ElementContent[] };
    node.children = [code];
  }
  code.properties.className = language ? [`language-${language}`] : [];
}

function fixLink(node: Element, options: PrepareOptions): void {
  // A picture that links to itself, as Stack Exchange shows large ones, is one link.
  visit(node, "element", (inner) => {
    if (inner.tagName === "img") asText(inner);
  });
  const href = absolute(String(node.properties.href ?? ""), options);
  if (href) node.properties = { href: options.rewriteLink?.(href) ?? href };
  else {
    node.tagName = "span";
    node.properties = {};
  }
}

function pictureAsLink(node: Element, options: PrepareOptions): void {
  const src = absolute(String(node.properties.src ?? ""), options);
  const home = src && options.rewriteLink?.(src);
  if (home?.startsWith("/files/")) {
    node.properties = { src: home, alt: node.properties.alt };
    return;
  }
  asText(node, src ?? "");
  if (!src) return;
  node.tagName = "a";
  node.properties = { href: home ?? src };
}

function asText(node: Element, otherwise = ""): void {
  const alt = String(node.properties.alt ?? "").trim();
  const value = alt || otherwise || String(node.properties.src ?? "");
  node.tagName = "span";
  node.properties = {};
  node.children = [{ type: "text", value }];
}

function absolute(address: string, { baseUrl }: PrepareOptions): string | null {
  const written = address.trim();
  if (!written || written.startsWith("#")) return null;
  if (!URL.canParse(written, baseUrl))
    return written.startsWith("/") && !written.startsWith("//") ? written : null;
  const url = new URL(written, baseUrl);
  return ["http:", "https:", "mailto:"].includes(url.protocol) ? url.href : null;
}
