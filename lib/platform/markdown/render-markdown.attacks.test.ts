import fc from "fast-check";
import type { Root } from "hast";
import rehypeParse from "rehype-parse";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import { describe, expect, it } from "vitest";
import { InvalidInput } from "@/lib/platform/errors";
import { referenceData } from "@/lib/platform/testing/reference-data";
import { renderMarkdown } from "./render-markdown";
import { sanitizeSchema } from "./sanitize-schema";

const reader = unified().use(rehypeParse, { fragment: true }).use(rehypeStringify).freeze();
const allowedTags = new Set(sanitizeSchema.tagNames);
const allowedProperties = new Set([
  ...[
    "href",
    "rel",
    "className",
    "id",
    "src",
    "alt",
    "loading",
    "decoding",
    "type",
    "disabled",
    "checked",
    "start",
    "align",
  ],
  ...[
    "role",
    "tabIndex",
    "ariaLabel",
    "ariaDescribedBy",
    "dataFootnoteRef",
    "dataFootnoteBackref",
    "dataFootnotes",
  ],
]);

/** Reads the HTML as a browser would and lists whatever could run, load or reach outside. */
function dangers(html: string): string[] {
  const found: string[] = [];
  const tree: Root = reader.parse(html);
  visit(tree, (node) => {
    if (node.type === "comment" || node.type === "doctype") found.push(node.type);
    if (node.type !== "element") return;
    if (!allowedTags.has(node.tagName)) found.push(`<${node.tagName}>`);
    for (const [name, value] of Object.entries(node.properties)) {
      if (!allowedProperties.has(name)) found.push(`${node.tagName}[${name}]`);
      if (name === "href" && !/^(?:https?:\/\/|mailto:|\/(?!\/)|#(?:s-|m[0-9a-f]{10}-))/i.test(String(value)))
        found.push(`href ${String(value)}`);
      if (name === "src" && !/^\/files\//.test(String(value))) found.push(`src ${String(value)}`);
      if (name === "id" && !/^(?:s-|m[0-9a-f]{10}-)/.test(String(value))) found.push(`id ${String(value)}`);
    }
  });
  return found;
}

function draw(markdown: string): string[] {
  try {
    return [renderMarkdown(markdown).html, renderMarkdown(markdown, { article: true }).html];
  } catch (error) {
    if (error instanceof InvalidInput) return [];
    throw error;
  }
}

/** Alone, and in the places a text can appear in. */
const places = [
  (payload: string) => payload,
  (payload: string) => `[x](${payload})`,
  (payload: string) => `[x](<${payload}>)`,
  (payload: string) => `![${payload}](${payload} "${payload}")`,
  (payload: string) => `<${payload}>`,
  (payload: string) => `[x][y]\n\n[y]: ${payload}`,
  (payload: string) => `\`\`\`${payload}\n${payload}\n\`\`\``,
  (payload: string) => `| ${payload} |\n|---|\n| ${payload} |`,
  (payload: string) =>
    `# ${payload}\n\n> [!NOTE]\n> ${payload}\n\n@${payload}[^${payload}]\n\n[^${payload}]: ${payload}`,
];

const own = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<svg/onload=alert(1)>",
  "javascript:alert(1)",
  "[a](javascript&colon;alert(1))",
  "[a](data:text/html;base64,PHNjcmlwdD4=)",
  '![a](x"onerror=alert(1))',
  "<a href='jav&#x09;ascript:alert(1)'>a</a>",
  "<style>@import 'https://evil.example'</style>",
  "<iframe srcdoc='<script>alert(1)</script>'>",
  "<form><input name=action><button formaction=javascript:alert(1)>",
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  "<a id=location name=cookie>x</a>",
  "[a]: javascript:alert(1)\n[a]",
  "`<img src=x>`<img src=x onerror=alert(1)>",
  '<https://evil.example/"onmouseover=alert(1)>',
  "]]><script>alert(1)</script>",
  "--><script>alert(1)</script><!--",
];

describe("after rendering nothing runs, loads or clobbers", () => {
  it.each(own)("%s", (payload) => {
    for (const place of places) for (const html of draw(place(payload))) expect(dangers(html)).toEqual([]);
  });

  const file = referenceData("attack-strings/payloads.jsonl.gz");
  it.skipIf(!file)("any of the collected attack strings", { timeout: 120_000 }, () => {
    const payloads = String(file)
      .split("\n")
      .filter(Boolean)
      .map((line): { class: string; payload: string } => JSON.parse(line));
    const wanted = payloads.filter((entry) =>
      ["xss", "markdown-xss", "naughty", "open-redirect"].includes(entry.class),
    );
    expect(wanted.length).toBeGreaterThan(500);
    for (const { payload } of wanted)
      for (const place of places)
        for (const html of draw(place(payload)))
          expect({ payload, found: dangers(html) }).toEqual({ payload, found: [] });
  });

  const pieces = [
    ...own,
    ..."*_~`[]()!<>#|\\&\"'@:/-+=. \n\t".split(""),
    ...[
      "\n\n",
      "\n> ",
      "\n- ",
      "\n1. ",
      "\n    ",
      "```",
      "[^1]",
      "[^1]: ",
      "|-|",
      "a",
      "ü",
      "‮",
      "​",
      "＜script＞",
      "\u0000",
      "\uD800",
    ],
    ...[
      "https://a.example",
      "www.a.b",
      "a@b.cd",
      "![x](/files/a.png)",
      "[!NOTE]",
      "<kbd>",
      "</kbd>",
      "<br>",
      "&lt;",
      "&#0;",
    ],
  ];
  it(
    "any text made of marks, and what is drawn reads the same when parsed again",
    { timeout: 120_000 },
    () => {
      const text = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 6 })), {
        maxLength: 40,
      });
      fc.assert(
        fc.property(text, (parts) => {
          for (const html of draw(parts.join(""))) {
            expect(dangers(html)).toEqual([]);
            const again = reader.stringify(reader.parse(html));
            expect(reader.stringify(reader.parse(again))).toBe(again);
            expect(normalise(again)).toBe(normalise(html));
          }
        }),
        { numRuns: 1_500 },
      );
    },
  );
});

/** Same tree, whatever the writing of attributes without value and of the first newline in a listing. */
function normalise(html: string): string {
  return html.replaceAll('=""', "").replaceAll(/(<pre tabindex="0">(?:<code[^>]*>)?)\n/g, "$1");
}
