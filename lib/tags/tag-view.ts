export type TagRow = { id: number; slug: string; name: string; threadCount: number };

export type TagView = TagRow & {
  /** The tag wiki, Markdown and as HTML. */
  description: string;
  descriptionHtml: string;
};
