import { sql } from "drizzle-orm";
import { date, index, integer, jsonb, pgEnum, pgTable, primaryKey, real, text, uniqueIndex } from "drizzle-orm/pg-core";
import { createdAt, id, instant, reference } from "./columns";
import { localeEnum, members } from "./members";

/** synonyms: words that mean the same; one_way: a word that also finds others; pin: a query's documents come first. */
export const searchRuleKindEnum = pgEnum("search_rule_kind", ["synonyms", "one_way", "stop_word", "pin", "weights"]);

/** What managers taught the search. Nothing is changed in place: an edit removes the old row, so that it can be undone. */
export const searchRules = pgTable(
  "search_rules",
  {
    id: id(),
    locale: localeEnum().notNull(),
    kind: searchRuleKindEnum().notNull(),
    /** Checked by lib/search/rule.ts. */
    data: jsonb().notNull(),
    /** The row that this one took the place of. */
    replacesId: reference(),
    createdAt: createdAt(),
    createdById: reference().references(() => members.id, { onDelete: "set null" }),
    removedAt: instant(),
  },
  (t) => [
    index("search_rules_in_force")
      .on(t.locale, t.kind, t.id)
      .where(sql`${t.removedAt} is null`),
    index().on(t.removedAt),
  ],
);

export const goldStateEnum = pgEnum("gold_state", ["proposed", "accepted", "rejected"]);

/** A question and the document that answers it, as people's deeds or a manager said. Measured every night. */
export const goldPairs = pgTable(
  "gold_pairs",
  {
    id: id(),
    locale: localeEnum().notNull(),
    query: text().notNull(),
    kind: text().notNull(),
    docId: reference().notNull(),
    /** thats_it, duplicate, click or manager. */
    source: text().notNull(),
    /** How many said so. */
    votes: integer().notNull().default(1),
    state: goldStateEnum().notNull().default("proposed"),
    createdAt: createdAt(),
    decidedAt: instant(),
    decidedById: reference().references(() => members.id, { onDelete: "set null" }),
  },
  (t) => [uniqueIndex("gold_pairs_once").on(t.locale, sql`lower(${t.query})`, t.kind, t.docId), index().on(t.state, t.id.desc().nullsFirst())],
);

/** How well each engine found the gold set on a day. */
export const searchQuality = pgTable(
  "search_quality",
  {
    day: date({ mode: "string" }).notNull(),
    locale: localeEnum().notNull(),
    engine: text().notNull(),
    queries: integer().notNull(),
    mrr: real().notNull(),
    recall: real().notNull(),
    ndcg: real().notNull(),
    /** Place of the first right document by query; 0 when it is not among the first ten. */
    ranks: jsonb().$type<Record<string, number>>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.day, t.locale, t.engine] })],
);

export type CurvePoint = { threshold: number; precision: number; recall: number; shown: number };

/** From which score on a suggestion is shown, worked out every night; the latest of a language holds. */
export const searchCalibrations = pgTable(
  "search_calibrations",
  {
    id: id(),
    locale: localeEnum().notNull(),
    threshold: real().notNull(),
    /** At that threshold; null without labels. */
    precision: real(),
    recall: real(),
    labels: integer().notNull(),
    positives: integer().notNull(),
    /** reached, limited (it may move only so far in a day), unreachable or few_labels. */
    reason: text().notNull(),
    curve: jsonb().$type<CurvePoint[]>().notNull().default([]),
    createdAt: createdAt(),
  },
  (t) => [index().on(t.locale, t.id.desc().nullsFirst())],
);

export type GapReplay = { query: string; place: number; key: string | null };

/** Something that people look for in vain, as a piece of work. Closed only when the search itself finds the answer. */
export const searchGaps = pgTable(
  "search_gaps",
  {
    id: id(),
    locale: localeEnum().notNull(),
    title: text().notNull(),
    queries: jsonb().$type<string[]>().notNull(),
    searches: integer().notNull().default(0),
    ownerId: reference().references(() => members.id, { onDelete: "set null" }),
    createdAt: createdAt(),
    closedAt: instant(),
    closedById: reference().references(() => members.id, { onDelete: "set null" }),
    reopenedAt: instant(),
    replayedAt: instant(),
    replay: jsonb().$type<GapReplay[]>().notNull().default([]),
  },
  (t) => [index().on(t.closedAt, t.id.desc().nullsFirst())],
);

/** Members who always want to see suggestions, whatever is being compared. */
export const suggestionOptOuts = pgTable("suggestion_opt_outs", {
  memberId: reference()
    .primaryKey()
    .references(() => members.id, { onDelete: "cascade" }),
  createdAt: createdAt(),
});
