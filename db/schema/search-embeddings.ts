import { sql } from "drizzle-orm";
import { bigint, customType, foreignKey, index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { reference } from "./columns";
import { searchDocuments } from "./platform";

const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/** What a document means, as the model of the embeddings provider puts it into numbers. Goes with its document. */
export const searchEmbeddings = pgTable(
  "search_embeddings",
  {
    kind: text().notNull(),
    docId: reference().notNull(),
    model: text().notNull(),
    /** Of the text that was given to the model. */
    hash: text().notNull(),
    /** Of the document when that text was last compared. */
    version: bigint({ mode: "number" }).notNull(),
    /** Numbers of 32 bits, little end first, of length 1. */
    vector: bytea().notNull(),
    /** Of the document when Meilisearch took it; less: not yet. */
    meiliVersion: bigint({ mode: "number" }).notNull().default(-1),
  },
  (t) => [
    primaryKey({ columns: [t.kind, t.docId] }),
    foreignKey({ columns: [t.kind, t.docId], foreignColumns: [searchDocuments.kind, searchDocuments.docId] }).onDelete("cascade"),
    index("search_embeddings_meili").on(t.kind, t.docId).where(sql`${t.meiliVersion} <> ${t.version}`),
  ],
);
