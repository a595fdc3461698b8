import type { Root as HastRoot } from "hast";
import type { Root as MdastRoot } from "mdast";
import rehypeParse from "rehype-parse";
import rehypeRemark from "rehype-remark";
import remarkGfm from "remark-gfm";
import remarkStringify from "remark-stringify";
import { unified, type Processor } from "unified";
import { markdownHandlers } from "./markdown-handlers";
import { prepareHtml, type PrepareOptions } from "./prepare-html";

declare module "vfile" {
  interface DataMap {
    prepare: PrepareOptions;
  }
}

const processor: Processor<HastRoot, HastRoot, MdastRoot, MdastRoot, string> = unified()
  .use(rehypeParse, { fragment: true })
  .use(prepareHtml)
  .use(rehypeRemark, {
    document: false,
    handlers: markdownHandlers,
    nodeHandlers: { comment: () => undefined },
  })
  .use(remarkGfm)
  .use(remarkStringify, { bullet: "-", rule: "-", listItemIndent: "one", emphasis: "*", strong: "*" })
  .freeze();

/**
 * HTML from elsewhere (a Stack Exchange dump, another forum) as Markdown in the dialect that renderMarkdown
 * draws. Relative addresses are resolved against `baseUrl`; `rewriteLink` may point a link at its new home.
 */
export function htmlToMarkdown(html: string, options: PrepareOptions = {}): string {
  return String(processor.processSync({ value: html, data: { prepare: options } })).trim();
}
