import { boolean, index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { articles } from "./articles";
import { createdAt, id, reference } from "./columns";
import { localeEnum } from "./members";
import { files } from "./platform";

/** What is spoken from one second to another. */
export type Cue = { start: number; end: number; text: string };

/** A video belongs to its article: who may read the one may watch the other. */
export const videos = pgTable(
  "videos",
  {
    id: id(),
    articleId: reference().notNull().references(() => articles.id, { onDelete: "cascade" }),
    title: text().notNull(),
    /** Nobody speaks in it: it needs no captions. */
    silent: boolean().notNull().default(false),
    /** Null until its file has arrived; readers don't see it before. */
    fileId: text().references(() => files.id, { onDelete: "set null" }),
    posterId: text().references(() => files.id, { onDelete: "set null" }),
    createdAt: createdAt(),
  },
  (t) => [index().on(t.articleId)],
);

export const videoCaptions = pgTable(
  "video_captions",
  {
    videoId: reference().notNull().references(() => videos.id, { onDelete: "cascade" }),
    locale: localeEnum().notNull(),
    /** WebVTT as it was given. */
    vtt: text().notNull(),
    /** What is spoken in it, for the transcript. */
    cues: jsonb().$type<Cue[]>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.videoId, t.locale] })],
);

/** Some cues in a row, as they are found; made anew with the captions. */
export const videoPassages = pgTable(
  "video_passages",
  {
    id: id(),
    videoId: reference().notNull().references(() => videos.id, { onDelete: "cascade" }),
    locale: localeEnum().notNull(),
    /** In seconds. */
    start: integer().notNull(),
    text: text().notNull(),
  },
  (t) => [index().on(t.videoId)],
);
