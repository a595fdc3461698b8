import type { Translate } from "@/lib/platform/i18n/translator";

const names = [
  "write",
  "preview",
  "previewEmpty",
  "previewFailed",
  "toolbar",
  "bold",
  "italic",
  "heading",
  "list",
  "numberedList",
  "quote",
  "code",
  "link",
  "file",
  "uploading",
  "uploadFailed",
  "draftSaved",
  "draftRestored",
  "draftDiscard",
  "mentions",
] as const;

export type ComposerLabels = Record<(typeof names)[number], string>;

/** The composer runs in the browser, where there are no messages: the page gives it its words. */
export function composerLabels(t: Translate): ComposerLabels {
  const values = { name: "{name}" };
  return Object.fromEntries(names.map((name) => [name, t(`composer.${name}`, values)])) as ComposerLabels;
}
