import { InvalidInput } from "@/lib/platform/errors";
import type { Locale } from "@/lib/platform/i18n/locale";
import { documentText } from "./document-text";
import { isTooComplex } from "./is-too-complex";
import { pipeline, type RenderState, type TocEntry } from "./pipeline";
import { withDeadline } from "./with-deadline";

export interface MarkdownOptions {
  /** Articles: headings from h2 with anchors, a table of contents and callouts. Posts: headings from h3. */
  article?: boolean;
  /** The language of the text; the few words we add (callout titles, table names) follow it. */
  locale?: Locale;
  /** When given, only these handles (lower case) become links; `mentions` still lists every @name. */
  knownMembers?: ReadonlySet<string>;
}

export interface RenderedMarkdown {
  html: string;
  /** What a reader would read, blocks on lines of their own: for search, excerpts and spam checks. */
  text: string;
  /** Handles after an @, in lower case, each once; nobody says that such members exist. */
  mentions: string[];
  /** Addresses linked to, each once, in order. */
  links: string[];
  /** Only for articles. */
  toc: TocEntry[];
}

/** Longer than any post or article we accept; a second line of defence behind each form's own limit. */
const MAX_LENGTH = 100_000;

/** Below this not even a quadratic case is felt, so the watchdog's 0.1 ms are saved. */
const UNWATCHED_LENGTH = 2_000;
/** Generous: the clock of the wall runs on while a busy machine does other things. */
const DEADLINE_MS = 2_500;
const TIMEOUT_CODE = "ERR_SCRIPT_EXECUTION_TIMEOUT";

/**
 * Markdown as safe HTML. Synchronous: meant to be called once, when a text is written, and stored.
 * Refuses (InvalidInput on `body`) what would take too long to draw.
 */
export function renderMarkdown(markdown: string, options: MarkdownOptions = {}): RenderedMarkdown {
  if (markdown.length > MAX_LENGTH) throw new InvalidInput({ body: { key: "error.markdown.tooLong" } });
  if (isTooComplex(markdown)) throw tooComplex();
  if (markdown.length < UNWATCHED_LENGTH) return render(markdown, options);
  try {
    return withDeadline(DEADLINE_MS, () => render(markdown, options));
  } catch (error) {
    if (isDeadlineOrStack(error)) throw tooComplex();
    throw error;
  }
}

function render(markdown: string, options: MarkdownOptions): RenderedMarkdown {
  const { article = false, locale = "en", knownMembers } = options;
  const processor = pipeline(article, locale);
  const state: RenderState = { mentions: new Set(), links: new Set(), toc: [], knownMembers };
  const source = markdown.replaceAll("\0", "\uFFFD");
  const tree = processor.parse(source);
  // Before the transforms, which move nodes about and shift headings.
  const text = documentText(tree);
  const html = processor.stringify(processor.runSync(tree, { value: source, data: { state } }));
  return { html, text, mentions: [...state.mentions], links: [...state.links], toc: state.toc };
}

function tooComplex(): InvalidInput {
  return new InvalidInput({ body: { key: "error.markdown.tooComplex" } });
}

function isDeadlineOrStack(error: unknown): boolean {
  if (error instanceof RangeError) return true;
  // Not an instance of our Error: the watchdog throws it inside the script's own context.
  return typeof error === "object" && error !== null && "code" in error && error.code === TIMEOUT_CODE;
}
