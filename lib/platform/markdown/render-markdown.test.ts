import { describe, expect, it } from "vitest";
import { InvalidInput } from "@/lib/platform/errors";
import { renderMarkdown } from "./render-markdown";

const html = (markdown: string, options?: Parameters<typeof renderMarkdown>[1]): string =>
  renderMarkdown(markdown, options).html;

describe("headings", () => {
  it("of a post start below the page's own", () => {
    expect(html("# One\n\n## Two\n\n##### Five")).toBe("<h3>One</h3>\n<h4>Two</h4>\n<h6>Five</h6>");
  });

  it("of an article get anchors and a table of contents", () => {
    const article = renderMarkdown("# Filter *leeren*\n\n## Übersicht\n\n# Filter leeren", { article: true });
    expect(article.html).toContain('<h2 id="s-filter-leeren">Filter <em>leeren</em></h2>');
    expect(article.toc).toEqual([
      { id: "s-filter-leeren", text: "Filter leeren", level: 2 },
      { id: "s-übersicht", text: "Übersicht", level: 3 },
      { id: "s-filter-leeren.2", text: "Filter leeren", level: 2 },
    ]);
  });

  it("cannot take a name a script may look up", () => {
    const { html: drawn } = renderMarkdown("# location\n\n# __proto__\n\n# getElementById", {
      article: true,
    });
    for (const [, id] of drawn.matchAll(/id="([^"]*)"/g)) expect(id).toMatch(/^s-/);
    expect(html("# location")).toBe("<h3>location</h3>");
  });
});

describe("links", () => {
  it("to other sites carry rel, to ours do not", () => {
    expect(html("[a](https://example.com/x)")).toBe(
      '<p><a href="https://example.com/x" rel="nofollow ugc noopener">a</a></p>',
    );
    expect(html("[a](/t/1/slug)")).toBe('<p><a href="/t/1/slug">a</a></p>');
    expect(html("<mailto:a@b.example>")).toContain('href="mailto:a@b.example"');
  });

  it.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "//evil.example/x",
    "/\\evil.example",
    "/%5cevil.example/%2f..",
    "\\\\evil.example",
    "ftp://example.com",
    "tel:+41",
    "relative/page",
    "#name",
    "https:evil",
    "http://",
    "&#106;avascript:alert(1)",
    "java&#10;script:alert(1)",
    "/&#9;/evil.example",
  ])("to %s lead nowhere or stay here", (address) => {
    const drawn = html(`[text](<${address}>)`);
    const [, href] = /href="([^"]*)"/.exec(drawn) ?? [];
    if (href !== undefined)
      expect(new URL(href, "https://kundig.example").origin).toBe("https://kundig.example");
    expect(drawn).toContain("text");
  });

  it("are listed once each, mentions and anchors left out", () => {
    const { links } = renderMarkdown(
      "https://a.example <https://a.example> [b](/t/1) @anna ![c](https://c.example/p.png)",
    );
    expect(links).toEqual(["https://a.example", "/t/1", "https://c.example/p.png"]);
  });
});

describe("pictures", () => {
  it("of ours are shown", () => {
    expect(html("![A pump](/files/ab/cd.webp)")).toBe(
      '<p><img src="/files/ab/cd.webp" alt="A pump" loading="lazy" decoding="async"></p>',
    );
  });

  it.each([
    "https://tracker.example/p.gif",
    "http://localhost/x",
    "//tracker.example/p.gif",
    "/other/p.gif",
    "/files/../x",
    "data:image/png;base64,AA",
  ])("from %s are never loaded", (address) => {
    const drawn = html(`![alt](${address})`);
    expect(drawn).not.toContain("<img");
    expect(drawn).toContain("alt");
  });

  it("from elsewhere inside a link leave one link, not two", () => {
    expect(html("[**![alt](https://a.example/p.png)**](https://b.example)")).toBe(
      '<p><a href="https://b.example" rel="nofollow ugc noopener"><strong><span>alt</span></strong></a></p>',
    );
  });
});

describe("mentions", () => {
  it("link to members and are listed once", () => {
    const drawn = renderMarkdown("Thanks @anna-meier, @Anna-Meier. And @bob_2!");
    expect(drawn.mentions).toEqual(["anna-meier", "bob_2"]);
    expect(drawn.html).toContain('<a href="/u/anna-meier" class="mention">@Anna-Meier</a>.');
    expect(renderMarkdown("@jürg @a@b").mentions).toEqual([]);
  });

  it("are not looked for in code, links and addresses", () => {
    const drawn = renderMarkdown(
      "`@code` [@link](/t/1) a@b.example https://x.example/@path npm/@scope\n\n    @block",
    );
    expect(drawn.mentions).toEqual([]);
    expect(drawn.html).not.toContain("/u/");
  });

  it("become links only for members, when those are known", () => {
    const drawn = renderMarkdown("@anna @nobody", { knownMembers: new Set(["anna"]) });
    expect(drawn.html).toBe('<p><a href="/u/anna" class="mention">@anna</a> @nobody</p>');
    expect(drawn.mentions).toEqual(["anna", "nobody"]);
  });
});

describe("raw HTML", () => {
  it("is shown as it was typed", () => {
    expect(html("Enter <serial number> here")).toBe("<p>Enter &#x3C;serial number> here</p>");
    expect(html("<div onclick=x>\n<b>y</b>\n</div>")).not.toMatch(/<(div|b)/);
    expect(html("<script>alert(1)</script>")).toBe("<p>&#x3C;script>alert(1)&#x3C;/script></p>");
  });

  it("keeps bare keys, indices and line breaks, and drops comments", () => {
    expect(html("<kbd>Ctrl</kbd> H<sub>2</sub>O<br>x<sup>2</sup><!-- no -->")).toBe(
      "<p><kbd>Ctrl</kbd> H<sub>2</sub>O<br>\nx<sup>2</sup></p>",
    );
    expect(html("<kbd>open")).toBe("<p>&#x3C;kbd>open</p>");
    expect(html('<kbd onclick="x">a</kbd>')).not.toContain("<kbd");
  });
});

describe("callouts", () => {
  it("are drawn in articles, in the language of the text", () => {
    const drawn = html("> [!WARNING]\n> Stecker ziehen.", { article: true, locale: "de" });
    expect(drawn).toContain('<div class="callout callout-warning" role="note">');
    expect(drawn).toContain('<p class="callout-title">Warnung</p>');
  });

  it("are plain quotes in posts, which must not look official", () => {
    expect(html("> [!WARNING]\n> x")).toContain("<blockquote>");
  });

  it("fold hidden text away everywhere", () => {
    const drawn = renderMarkdown("> [!SPOILER]\n> The end");
    expect(drawn.html).toContain('<details class="spoiler">\n<summary>');
    expect(drawn.text).toBe("The end");
  });
});

describe("tables, code, lists and footnotes", () => {
  it("make tables scroll and reachable by keyboard", () => {
    const drawn = html("| a | b |\n|:--|--:|\n| 1 | [x](javascript:1) |");
    expect(drawn).toContain(
      '<div class="table-scroll" role="region" aria-label="Table" tabindex="0"><table>',
    );
    expect(drawn).toContain('<td align="right"><span>x</span></td>');
  });

  it("colour code of known languages and leave unknown ones", () => {
    expect(html("```js\nconst a = 1;\n```")).toContain('<span class="hljs-keyword">const</span>');
    expect(html("```nosuchlanguage\n<b>\n```")).toContain("&#x3C;b>");
    expect(html('```x"onload="y\na\n```')).not.toContain("onload");
  });

  it("name the state of tasks", () => {
    expect(html("- [x] a\n- [ ] b")).toContain('<input type="checkbox" checked disabled aria-label="Done">');
  });

  it("keep the footnotes of two posts on one page apart", () => {
    const ids = ["one", "two"].map(
      (word) => /id="(m[0-9a-f]+-fn-1)"/.exec(html(`${word}[^1]\n\n[^1]: x`))?.[1],
    );
    expect(ids[0]).toBeDefined();
    expect(ids[0]).not.toBe(ids[1]);
    expect(html("one[^1]\n\n[^1]: x")).toContain(`href="#${ids[0]}"`);
  });
});

describe("text", () => {
  it("is what a reader reads", () => {
    const { text } = renderMarkdown(
      "# Head\n\nA **bold** [link](https://x.example) `code`\n\n- one\n- two\n\n|a|b|\n|-|-|\n|1|2|",
    );
    expect(text).toBe("Head\nA bold link code\none\ntwo\na b\n1 2");
  });
});

describe("too much", () => {
  it("refuses what is far too long", () => {
    expect(() => renderMarkdown("a".repeat(100_001))).toThrow(InvalidInput);
  });
});
