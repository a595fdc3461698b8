import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { documentText } from "./document-text";
import { isTooComplex } from "./is-too-complex";
import { withDeadline } from "./with-deadline";

const processor = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).freeze();

/** What a reader would read, without marks. A text too tangled to parse comes back as it was written. */
export function plainText(markdown: string): string {
  if (isTooComplex(markdown)) return markdown;
  try {
    return withDeadline(1_000, () => documentText(processor.parse(markdown)));
  } catch {
    return markdown;
  }
}
