import { sql } from "drizzle-orm";
import { bigint, boolean, customType, index, integer, jsonb, pgEnum, pgTable, primaryKey, text, uniqueIndex, varchar } from "drizzle-orm/pg-core";
import { createdAt, id, instant, reference } from "./columns";
import { localeEnum } from "./members";

const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });

export const rateLimits = pgTable("rate_limits", {
  key: varchar({ length: 255 }).primaryKey(),
  points: integer().notNull().default(0),
  expire: bigint({ mode: "number" }),
});

export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    owner: text().notNull(),
    key: text().notNull(),
    requestHash: text().notNull(),
    /** Null while the first request is still running. */
    status: integer(),
    response: jsonb(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.owner, t.key] }), index().on(t.createdAt)],
);

export const mailStateEnum = pgEnum("mail_state", ["queued", "sent", "kept", "failed"]);

/** Every letter is a row first; without SMTP_URL it stays here, readable at /staff/mail. */
export const mails = pgTable(
  "mails",
  {
    id: id(),
    toAddress: text().notNull(),
    memberId: reference(),
    locale: localeEnum().notNull(),
    kind: text().notNull(),
    subject: text().notNull(),
    text: text().notNull(),
    html: text().notNull(),
    state: mailStateEnum().notNull().default("queued"),
    error: text(),
    dedupeKey: text(),
    createdAt: createdAt(),
    sentAt: instant(),
  },
  (t) => [uniqueIndex().on(t.dedupeKey), index().on(t.createdAt.desc().nullsFirst())],
);

export const files = pgTable("files", {
  /** Random, unguessable; part of the address. */
  id: text().primaryKey(),
  ownerId: reference().notNull(),
  name: text().notNull(),
  mime: text().notNull(),
  size: integer().notNull(),
  width: integer(),
  height: integer(),
  sha256: text().notNull(),
  /** Set: only those in that conversation may see it. */
  conversationId: reference(),
  /** Set: only those who may read that article may see it. */
  articleId: reference(),
  /** Nobody but its owner may see it. */
  ownerOnly: boolean().notNull().default(false),
  createdAt: createdAt(),
});

/** Durable log of what a member's screens must hear, one gap-free sequence per member. */
export const memberEvents = pgTable(
  "member_events",
  {
    memberId: reference().notNull(),
    seq: integer().notNull(),
    event: jsonb().notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.memberId, t.seq] }), index().on(t.createdAt)],
);

export const memberEventCounters = pgTable("member_event_counters", {
  memberId: reference().primaryKey(),
  lastSeq: integer().notNull().default(0),
});

/** Written in the transaction of every change; the indexing job empties it. */
export const searchOutbox = pgTable(
  "search_outbox",
  {
    id: id(),
    kind: text().notNull(),
    docId: reference().notNull(),
    createdAt: createdAt(),
  },
  (t) => [index().on(t.kind, t.docId)],
);

/** The documents both engines serve; rebuilt from the database at any time. */
export const searchDocuments = pgTable(
  "search_documents",
  {
    kind: text().notNull(),
    docId: reference().notNull(),
    locale: localeEnum().notNull(),
    audience: text().notNull(),
    categoryId: reference().notNull(),
    /** In its own language. */
    categoryName: text().notNull().default(""),
    tagSlugs: text().array().notNull().default(sql`'{}'`),
    state: text().notNull(),
    title: text().notNull(),
    body: text().notNull(),
    /** Best answer or article text in one or two sentences. */
    answer: text().notNull().default(""),
    /** Text of all published answers, best first. */
    replies: text().notNull().default(""),
    url: text().notNull(),
    authorName: text().notNull().default(""),
    authorId: reference(),
    /** What it is about: appliances and versions it names as such. */
    products: text().array().notNull().default(sql`'{}'`),
    score: integer().notNull().default(0),
    vector: tsvector(),
    documentLength: integer().notNull().default(0),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
    /** Sequence of the outbox row it was built for; Meilisearch has caught up when its mark is as high. */
    version: bigint({ mode: "number" }).notNull().default(0),
    meiliVersion: bigint({ mode: "number" }).notNull().default(-1),
    /** Nothing but a note that Meilisearch has yet to forget it; texts and vector are empty. */
    meiliDeleted: boolean().notNull().default(false),
    /** Key of the document it is a part of: of all its parts only the best is shown. */
    partOf: text(),
    /** Keys of the documents nearest to it ("article:3"), best first. */
    related: jsonb().$type<string[]>().notNull().default([]),
    relatedFor: text(),
  },
  (t) => [
    primaryKey({ columns: [t.kind, t.docId] }),
    // One for each language: a word of one that is frequent in the other would lead through all of its documents. What
    // waits to be sorted in is read by every query, so little may wait.
    index("search_documents_vector_en").using("gin", t.vector).with({ gin_pending_list_limit: 256 }).where(sql`${t.locale} = 'en'`),
    index("search_documents_vector_de").using("gin", t.vector).with({ gin_pending_list_limit: 256 }).where(sql`${t.locale} = 'de'`),
    index("search_documents_title_trgm").using("gin", sql`${t.title} gin_trgm_ops`),
    // The newest under a filter alone, read from the index without touching a row.
    index("search_documents_newest")
      .on(t.updatedAt.desc().nullsFirst(), t.kind, t.docId.desc().nullsFirst(), t.audience, t.categoryId, t.state, t.locale, t.authorId, t.createdAt)
      .where(sql`not ${t.meiliDeleted}`),
    index("search_documents_named").using("gin", t.tagSlugs, t.products),
    index("search_documents_meili").on(t.kind, t.docId).where(sql`${t.meiliVersion} <> ${t.version}`),
    index("search_documents_unrelated").on(t.kind, t.docId).where(sql`${t.relatedFor} is distinct from ${t.title}`),
  ],
);

/** How many documents hold a term, per text configuration; kept by the indexing job. */
export const searchTerms = pgTable(
  "search_terms",
  { locale: localeEnum().notNull(), term: text().notNull(), documents: integer().notNull() },
  (t) => [
    primaryKey({ columns: [t.locale, t.term] }),
    index("search_terms_prefix").on(t.locale, t.term.op("text_pattern_ops")),
    index("search_terms_trgm").using("gin", t.term.op("gin_trgm_ops")).where(sql`left(${t.term}, 1) <> '='`),
  ],
);

/** Words that compounds are made of, beside those that ship: learnt from the documents, or from a list that was supplied. */
export const searchWords = pgTable(
  "search_words",
  {
    locale: localeEnum().notNull(),
    term: text().notNull(),
    /** Nouns may end a compound, other words only begin one. */
    noun: boolean().notNull(),
    /** What was learnt later than a process knows has a higher number. */
    version: bigint({ mode: "number" }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.locale, t.term] }), index("search_words_version").on(t.version)],
);

/** Number and summed length of the documents of a language; kept by the indexing job. */
export const searchTotals = pgTable("search_totals", {
  locale: localeEnum().primaryKey(),
  documents: integer().notNull().default(0),
  length: bigint({ mode: "number" }).notNull().default(0),
  /** The newest of the words of this language. */
  words: bigint({ mode: "number" }).notNull().default(0),
});

/** What was looked for; read by the handoff packet and the managers' reports. */
export const searchQueries = pgTable(
  "search_queries",
  {
    id: id(),
    memberId: reference(),
    /** Hash of a visitor's address and day, so that keystrokes of one search count once. */
    voice: text(),
    query: text().notNull(),
    locale: localeEnum().notNull(),
    hits: integer().notNull(),
    engine: text().notNull(),
    /** From the first key press to the last (ms). */
    typedMs: integer().notNull().default(0),
    /** How long the answer took (ms). */
    tookMs: integer().notNull().default(0),
    /** Keys of what was opened from the results, in that order. */
    clicked: jsonb().$type<string[]>().notNull().default([]),
    /** question, chat or ticket: what the search ended in; and the thread it is about, as long as the account is known. */
    endedIn: text(),
    endedThreadId: reference(),
    createdAt: createdAt(),
  },
  (t) => [index().on(t.memberId, t.id.desc().nullsFirst()), index().on(t.voice, t.id.desc().nullsFirst()), index().on(t.createdAt)],
);

/** What a person did with the similar items shown while asking. */
export const suggestionOutcomes = pgTable("suggestion_outcomes", {
  id: id(),
  memberId: reference(),
  title: text().notNull(),
  shown: jsonb().notNull(),
  opened: jsonb().notNull().default([]),
  /** left_satisfied, me_too, posted_anyway or abandoned. */
  outcome: text().notNull(),
  threadId: reference(),
  locale: localeEnum(),
  /** held: belonged to those who are shown nothing, so that the others can be compared with them. */
  arm: text().notNull().default("shown"),
  createdAt: createdAt(),
}, (t) => [index().on(t.createdAt)]);

/** Which outside object became which of ours; makes imports repeatable. */
export const importedObjects = pgTable(
  "imported_objects",
  {
    source: text().notNull(),
    kind: text().notNull(),
    externalId: text().notNull(),
    localKind: text().notNull(),
    localId: reference().notNull(),
  },
  (t) => [primaryKey({ columns: [t.source, t.kind, t.externalId] }), index().on(t.localKind, t.localId)],
);

export const settings = pgTable("settings", { key: text().primaryKey(), value: jsonb().notNull() });

/** Web processes that hold a page cache; a write waits until each has dropped what it changed. */
export const webProcesses = pgTable("web_processes", {
  id: text().primaryKey(),
  startedAt: instant().notNull().defaultNow(),
  seenAt: instant().notNull().defaultNow(),
});
