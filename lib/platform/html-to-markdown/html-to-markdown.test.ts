import { describe, expect, it } from "vitest";
import { InvalidInput } from "@/lib/platform/errors";
import { renderMarkdown } from "@/lib/platform/markdown/render-markdown";
import { referenceData } from "@/lib/platform/testing/reference-data";
import { htmlToMarkdown } from "./html-to-markdown";

describe("htmlToMarkdown", () => {
  it("keeps code with its language, however that was written", () => {
    expect(htmlToMarkdown('<pre class="lang-js prettyprint-override"><code>a &lt; b;\n</code></pre>')).toBe(
      "```js\na < b;\n```",
    );
    expect(htmlToMarkdown("<!-- language: lang-py -->\n\n<pre><code>x\n</code></pre>")).toBe("```py\nx\n```");
    expect(htmlToMarkdown("<!-- language-all: lang-sh --><p>t</p><pre><code>x</code></pre>")).toBe(
      "t\n\n```sh\nx\n```",
    );
    expect(htmlToMarkdown("<pre>plain</pre>")).toBe("```\nplain\n```");
  });

  it("keeps quotes, lists, tables and rules", () => {
    expect(htmlToMarkdown("<blockquote><p>a</p></blockquote><ol start=3><li>b</li></ol><hr>")).toBe(
      "> a\n\n3. b\n\n---",
    );
    expect(htmlToMarkdown("<table><tr><th>a</th></tr><tr><td>b|c</td></tr></table>")).toBe(
      "| a    |\n| ---- |\n| b\\|c |",
    );
    expect(htmlToMarkdown("<p><strike>a</strike> <b>b</b> <i>c</i></p>")).toBe("~~a~~ **b** *c*");
  });

  it("keeps keys and indices, and folds hidden text", () => {
    expect(htmlToMarkdown("<p><kbd>Ctrl</kbd> x<sup>2</sup></p>")).toBe("<kbd>Ctrl</kbd> x<sup>2</sup>");
    const markdown = htmlToMarkdown('<blockquote class="spoiler"><p>The end</p></blockquote>');
    expect(renderMarkdown(markdown).html).toContain('<details class="spoiler">');
    expect(renderMarkdown(markdown).text).toBe("The end");
  });

  it("resolves and rewrites links, and drops those that lead nowhere good", () => {
    const options = {
      baseUrl: "https://cardano.stackexchange.com/",
      rewriteLink: (href: string) => (href.endsWith("/questions/7/x") ? "/t/7/x" : null),
    };
    expect(
      htmlToMarkdown(
        '<a href="/questions/7/x">a</a> <a href="/help">b</a> <a href="javascript:x">c</a>',
        options,
      ),
    ).toBe("[a](/t/7/x) [b](https://cardano.stackexchange.com/help) c");
  });

  it("turns pictures into links, once", () => {
    expect(htmlToMarkdown('<img src="https://i.example/a.png" alt="pump">')).toBe(
      "[pump](https://i.example/a.png)",
    );
    expect(
      htmlToMarkdown('<a href="https://i.example/a.png"><img src="https://i.example/a.png" alt="pump"></a>'),
    ).toBe("[pump](https://i.example/a.png)");
    expect(
      htmlToMarkdown('<img src="https://i.example/a.png" alt="p">', { rewriteLink: () => "/files/a.webp" }),
    ).toBe("![p](/files/a.webp)");
  });

  it("escapes what only looks like Markdown or HTML", () => {
    const text = "1. not a list *not* &lt;b&gt; # no _x_ [a](b)";
    expect(renderMarkdown(htmlToMarkdown(`<p>${text}</p>`)).html).toBe(
      "<p>1. not a list *not* &#x3C;b> # no _x_ [a](b)</p>",
    );
  });

  it("takes scripts and styles out", () => {
    expect(htmlToMarkdown("<p>a</p><script>alert(1)</script><style>b{}</style>")).toBe("a");
  });

  const posts = referenceData("stackexchange-cardano/Posts.xml.gz");
  it.skipIf(!posts)("keeps text and links of a whole Stack Exchange site", { timeout: 120_000 }, () => {
    const bodies = [...String(posts).matchAll(/ Body="([^"]+)"/g)].map(([, body = ""]) => decode(body));
    expect(bodies.length).toBeGreaterThan(2_500);
    const lost: string[] = [];
    const before = process.cpuUsage();
    for (const body of bodies) {
      const markdown = htmlToMarkdown(body, { baseUrl: "https://cardano.stackexchange.com/" });
      try {
        const drawn = renderMarkdown(markdown);
        const gone = links(body).some((href) => !drawn.links.includes(href));
        if (gone || words(visible(body)) !== words(visible(drawn.html))) lost.push(markdown);
      } catch (error) {
        if (!(error instanceof InvalidInput)) throw error;
        lost.push(markdown);
      }
    }
    const used = process.cpuUsage(before).user / 1000 / bodies.length;
    expect(lost.length / bodies.length).toBeLessThan(0.005);
    expect(used).toBeLessThan(30);
  });
});

function decode(text: string): string {
  const signs: Record<string, string> = {
    "&lt;": "<",
    "&gt;": ">",
    "&quot;": '"',
    "&#xA;": "\n",
    "&#xD;": "\r",
    "&amp;": "&",
  };
  return text.replace(/&(?:lt|gt|quot|#xA|#xD|amp);/g, (sign) => signs[sign] ?? sign);
}

/** Text of HTML, pictures by their alternative text. */
function visible(html: string): string {
  return html
    .replace(/<img[^>]*?alt="([^"]*)"[^>]*>/g, "$1")
    .replace(/<[^>]*>/g, " ")
    .replace(/&#x3C;|&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;|&#x22;/g, '"')
    .replace(/&#39;|&#x27;/g, "'")
    .replace(/&nbsp;|\u00A0/g, " ")
    .replace(/&#x26;|&amp;/g, "&");
}

/** Addresses as a browser would read them; pictures inside links are one with their link. */
function links(html: string): string[] {
  return [...html.matchAll(/<a href="(https?:[^"]*)"/g)]
    .map(([, href = ""]) => href.replaceAll("&amp;", "&"))
    .filter((href) => URL.canParse(href))
    .map((href) => new URL(href).href);
}

const words = (text: string): string => text.replace(/[\s\p{Cf}\uFE0F]+/gu, "");
