import { describe, expect, it } from "vitest";
import { InvalidInput } from "@/lib/platform/errors";
import { renderMarkdown } from "./render-markdown";
import { withDeadline } from "./with-deadline";

const SIZE = 60_000;
const fill = (unit: string, size = SIZE): string => unit.repeat(Math.ceil(size / unit.length)).slice(0, size);

const stairs = Array.from({ length: 250 }, (_, level) => `${" ".repeat(2 * level)}- x`).join("\n");
const ticks = Array.from({ length: 340 }, (_, length) => "`".repeat(length + 1)).join(" ");
const wideTable = `|${"a|".repeat(500)}\n|${"-|".repeat(500)}\n${"|\n".repeat(20_000)}`;
const footnotes = Array.from({ length: 3_000 }, (_, n) => `[^${n}]\n\n[^${n}]: x\n`).join("");

const units = [
  "*a ",
  "**a *a ",
  "*a_ ",
  "*",
  "a**b",
  "*a **b _c __d ",
  "~~a ",
  "[",
  "[]",
  "![",
  "[a](b",
  "[a](<b",
  "[a][b",
  "[a](b) ",
  ">",
  "> a\n",
  "> a\n\n",
  "- ",
  "- a\n",
  "- a\n\n",
  "1. a\n",
  "-\t\t\tx\n",
  "- > a\n",
  "- [ ] a\n",
  "<",
  "<a ",
  "<!--",
  "<?",
  "<![CDATA[",
  "<b>",
  "<kbd>",
  "<http:a>",
  "` ",
  "a`b``c",
  "```\n",
  "~~~\na\n",
  "&",
  "&amp",
  "&#x1F600;",
  "a",
  "a.-",
  "a@",
  "a@b.",
  "www.",
  "http://",
  "http://a.b(",
  "www.a.b ",
  "@a",
  "@a ",
  "|a\n",
  "|-",
  "a|b\n-|-\n",
  "# a\n",
  "a\n=\n",
  "[a]: b\n",
  "[^a]: [^a]\n",
  "\\",
  "\\*",
  "\n",
  " ",
  " \n",
  "\t",
  "a  \n",
  "a\n",
  "a\n\n",
  "---\n",
  "\0",
  "😀",
  "\r",
  "word and words. ",
];
const documents: [string, string][] = [
  ...units.map((unit): [string, string] => [JSON.stringify(unit), fill(unit)]),
  ["nested brackets", "[".repeat(SIZE / 2) + "]".repeat(SIZE / 2)],
  ["nested pictures", "![".repeat(20_000) + "](a)".repeat(5_000)],
  ["deep quotes with lazy lines", `${">".repeat(24)} a\n${fill("b\n")}`],
  ["stairs of lists", stairs],
  ["ticks of every length", ticks],
  ["a wide table with empty rows", wideTable],
  ["many footnotes", footnotes],
  ["one footnote, many calls", `[^1]: a\n\n${fill("[^1]")}`],
  ["an address with entities", `http://a.b/${fill("&a;")}`],
  ["nested keys", "<kbd>".repeat(6_000) + "</kbd>".repeat(5_000)],
  ["code after a comment that hides its fence", `<!--\n\`\`\`\n-->\n${fill("*a_ ")}`],
  ["code that ended with its list item", `- a\n  \`\`\`\n${fill("*a_ ")}`],
  ...["js", "markdown", "xml", "css", "bash", "yaml", "php", "cpp", "perl", "ruby"].map(
    (language): [string, string] => [
      `tangled ${language}`,
      `\`\`\`${language}\n${fill("/*a\"'`${(<b[#", 19_000)}`,
    ],
  ),
];

describe("a hostile document of 60 KB", () => {
  // Processor time, so that a busy machine does not make this flaky; the figure is half of what was measured.
  it.each(documents)("of %s is drawn or refused quickly", (_, document) => {
    const before = process.cpuUsage();
    try {
      renderMarkdown(document);
    } catch (error) {
      expect(error).toBeInstanceOf(InvalidInput);
    }
    const used = process.cpuUsage(before);
    expect((used.user + used.system) / 1000).toBeLessThan(600);
  });
});

describe("an honest document", () => {
  it("of 60 KB is not refused", () => {
    const section = `## Reset the filter\n\n1. Open the **flap** at the [bottom](/t/1).\n2. Turn it to the left, \`E18\` goes away.\n\n| Code | Meaning |\n|---|---|\n| E18 | Pump |\n\n${"Plain sentences that explain why one would do this at all, as manuals have them. ".repeat(8)}\n\n`;
    const code = `\`\`\`bash\n${"kundig import stackexchange ./dump && echo [done] # *really*\n".repeat(200)}\`\`\`\n\n`;
    const document = (section.repeat(50) + code).slice(0, SIZE);
    expect(renderMarkdown(document, { article: true }).toc).toHaveLength(50);
  });

  it("of everyday size is drawn in a few milliseconds", () => {
    const answer =
      "Hello @anna,\n\nthe **pump** is blocked:\n\n1. Open the flap\n2. Turn `left`\n\nSee [the manual](/kb/1).\n";
    for (let run = 0; run < 50; run++) renderMarkdown(answer);
    const before = process.cpuUsage();
    for (let run = 0; run < 50; run++) renderMarkdown(answer);
    expect(process.cpuUsage(before).user / 1000 / 50).toBeLessThan(8);
  });
});

describe("withDeadline", () => {
  it("returns what the work returns and passes its errors on", () => {
    expect(withDeadline(1_000, () => 42)).toBe(42);
    expect(() =>
      withDeadline(1_000, () => {
        throw new TypeError("mine");
      }),
    ).toThrow(TypeError);
  });

  it("cuts endless work off", () => {
    const endless = (): void => {
      for (;;) Math.random();
    };
    expect(() => withDeadline(50, endless)).toThrow(
      expect.objectContaining({ code: "ERR_SCRIPT_EXECUTION_TIMEOUT" }),
    );
  });
});
