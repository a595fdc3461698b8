import { InvalidInput } from "@/lib/platform/errors";
import { htmlToMarkdown } from "@/lib/platform/html-to-markdown/html-to-markdown";
import type { Locale } from "@/lib/platform/i18n/locale";
import { renderMarkdown } from "@/lib/platform/markdown/render-markdown";
import { htmlText } from "@/lib/platform/search/html-text";

export type Body = { body: string; bodyHtml: string };

/** Whoever is called @name over there is somebody else here. */
const nobody: ReadonlySet<string> = new Set();
const longest = 90_000;

/** The HTML of a post as our Markdown, drawn. */
export function convertHtml(html: string, host: string, locale: Locale): Body {
  try {
    return drawBody(htmlToMarkdown(html, { baseUrl: `https://${host}/` }), locale);
  } catch (error) {
    if (!(error instanceof InvalidInput) && !(error instanceof RangeError)) throw error;
    // Too intricate to draw: its bare text is better than nothing.
    return drawBody(fenced(htmlText(html).slice(0, longest)), locale);
  }
}

/** Comments come as the little Markdown they were typed in: one paragraph, without blocks. */
export function convertComment(text: string, locale: Locale): Body {
  const line = text.replace(/\s+/g, " ").trim();
  const plain = line.replace(/^(?=[#>|=~]|[-+*]\s|[-*_]{3}|```)/, "\\").replace(/^(\d+)(?=[.)]\s)/, "$1\\");
  try {
    return drawBody(escapeTags(plain), locale);
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    return drawBody(fenced(line), locale);
  }
}

export function drawBody(body: string, locale: Locale): Body {
  return { body, bodyHtml: renderMarkdown(body, { locale, knownMembers: nobody }).html };
}

/** `List<String>` is text in a comment, never a tag; code keeps its signs. */
function escapeTags(text: string): string {
  return text
    .split(/(`+[^`]*`+|<https?:\/\/[^>\s]*>)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/<(?=[a-z/!?])/gi, "\\<")))
    .join("");
}

function fenced(text: string): string {
  const longestRun = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longestRun + 1);
  return `${fence}\n${text}\n${fence}`;
}
