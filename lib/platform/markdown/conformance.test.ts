import type { Element, Root, RootContent } from "hast";
import rehypeParse from "rehype-parse";
import { unified } from "unified";
import { describe, expect, it } from "vitest";
import { referenceData } from "@/lib/platform/testing/reference-data";
import { renderMarkdown } from "./render-markdown";
import { isFilePath, safeHref } from "./safe-href";

interface Example {
  example: number;
  section: string;
  markdown: string;
  html: string;
}

const reader = unified().use(rehypeParse, { fragment: true }).freeze();

/**
 * Both sides reduced to what we mean to keep: headings moved, unsafe addresses and foreign pictures as their
 * text, our own wrappers and attributes gone, runs of white space alike.
 */
function essence(html: string, ours: boolean): string {
  const lines: string[] = [];
  const write = (node: Root | RootContent): void => {
    if (node.type === "text") return void lines.push(node.value);
    if (node.type === "root") return node.children.forEach(write);
    if (node.type !== "element") return;
    const [name, attribute] = nameOf(node, ours);
    if (name) lines.push(`<${name}${attribute}>`);
    if (node.tagName === "img" && name !== "img")
      lines.push(String(node.properties.alt || (safeHref(String(node.properties.src)) ?? "")));
    node.children.forEach(write);
    if (name) lines.push(`</${name}>`);
  };
  write(reader.parse(html));
  return lines
    .join("")
    .replace(/\s+/g, " ")
    .replace(/ ?(<\/?(?:p|li|ul|ol|blockquote|pre|h\d|hr|table|t\w+)[^>]*>) ?/g, "$1");
}

function nameOf(node: Element, ours: boolean): [string | null, string] {
  const { tagName, properties } = node;
  if (tagName === "div" || tagName === "span") return [null, ""];
  const heading = /^h([1-6])$/.exec(tagName)?.[1];
  if (heading) return [`h${ours ? heading : Math.min(6, Number(heading) + 2)}`, ""];
  if (tagName === "a") {
    const href = safeHref(String(properties.href ?? ""));
    return href ? ["a", ` ${href}`] : [null, ""];
  }
  if (tagName === "img") {
    const src = String(properties.src ?? "");
    if (isFilePath(src)) return ["img", ` ${src}`];
    return safeHref(src) ? ["a", ` ${safeHref(src)}`] : [null, ""];
  }
  return [tagName, tagName === "ol" && properties.start ? ` ${String(properties.start)}` : ""];
}

function differing(examples: Example[]): number[] {
  return examples
    .filter(({ markdown, html }) => essence(renderMarkdown(markdown).html, true) !== essence(html, false))
    .map(({ example }) => example);
}

/** Raw HTML is shown, not passed: these examples differ by design and are judged by the attack tests. */
const hasRawHtml = ({ section, markdown }: Example): boolean =>
  /HTML/.test(section) || /<(?:[a-z][a-z0-9]*[ >/\n]|!--|\?|!\[|![A-Z]|\/[a-z])/i.test(markdown);

/** Bare addresses become links in GFM, which CommonMark's examples show as text. */
const GFM_LINKS = [602, 606, 608, 611, 612];

describe("conformance", () => {
  const commonmark = referenceData("markdown-conformance/commonmark-0.31.2.json.gz");
  it.skipIf(!commonmark)("draws the CommonMark examples", () => {
    const examples: Example[] = JSON.parse(String(commonmark));
    const judged = examples.filter((example) => !hasRawHtml(example));
    expect(judged.length).toBeGreaterThan(540);
    expect(differing(judged)).toEqual(GFM_LINKS);
  });

  const gfm = referenceData("markdown-conformance/gfm-0.29-spec-extensions.json.gz");
  it.skipIf(!gfm)("draws the GFM extension examples", () => {
    const examples: Example[] = JSON.parse(String(gfm));
    expect(differing(examples.filter((example) => !/Raw HTML/.test(example.section)))).toEqual([]);
  });
});
