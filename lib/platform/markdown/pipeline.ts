import type { Root as HastRoot } from "hast";
import type { Root as MdastRoot } from "mdast";
import rehypeHighlight from "rehype-highlight";
import rehypeSanitize from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified, type Processor } from "unified";
import type { Locale } from "@/lib/platform/i18n/locale";
import { callouts } from "./callouts";
import { headings } from "./headings";
import { inlineHtml } from "./inline-html";
import { labels } from "./labels";
import { mentions } from "./mentions";
import { safeElements } from "./safe-elements";
import { sanitizeSchema } from "./sanitize-schema";

export interface TocEntry {
  id: string;
  text: string;
  level: number;
}

/** What one run collects; travels with the file, since the processors are shared. */
export interface RenderState {
  mentions: Set<string>;
  links: Set<string>;
  toc: TocEntry[];
  knownMembers?: ReadonlySet<string>;
}

declare module "vfile" {
  interface DataMap {
    state: RenderState;
  }
}

type Pipeline = Processor<MdastRoot, MdastRoot, HastRoot, HastRoot, string>;
const pipelines = new Map<string, Pipeline>();

/** The frozen processor for a kind of text in a language: made once, then only run. */
export function pipeline(article: boolean, locale: Locale): Pipeline {
  const key = `${article ? "article" : "post"}-${locale}`;
  const known = pipelines.get(key);
  if (known) return known;
  const made = makePipeline(article, locale);
  pipelines.set(key, made);
  return made;
}

function makePipeline(article: boolean, locale: Locale): Pipeline {
  const words = labels[locale];
  return (
    unified()
      .use(remarkParse)
      .use(remarkGfm, { singleTilde: false })
      .use(inlineHtml)
      .use(callouts, { article, words })
      .use(mentions)
      .use(headings, { article })
      .use(remarkRehype, {
        clobberPrefix: "",
        footnoteLabel: words.footnotes,
        // A heading here would sit in the page's outline under every post.
        footnoteLabelTagName: "p",
        footnoteLabelProperties: { className: ["vh"] },
        footnoteBackLabel: words.backToText,
      })
      .use(safeElements, { article, words })
      .use(rehypeHighlight)
      // Last, so that nothing reaches the page that the schema does not name, whoever made it.
      .use(rehypeSanitize, sanitizeSchema)
      .use(rehypeStringify)
      .freeze()
  );
}
