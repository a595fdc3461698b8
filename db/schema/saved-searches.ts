import { boolean, index, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { createdAt, id, instant, reference } from "./columns";
import { localeEnum, members } from "./members";

/** Searches that a member wants to come back to, and may want to be told of. */
export const savedSearches = pgTable(
  "saved_searches",
  {
    id: id(),
    memberId: reference().notNull().references(() => members.id, { onDelete: "cascade" }),
    name: text().notNull(),
    /** As behind /search? in an address: q=e18&state=solved */
    query: text().notNull(),
    /** In which language it was looked for. */
    locale: localeEnum().notNull(),
    /** Tell once a day when there is something new. */
    tellsNew: boolean().notNull().default(false),
    /** What was written before is known. */
    lookedAt: instant().notNull(),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex("saved_searches_once").on(t.memberId, t.query), index().on(t.tellsNew, t.id)],
);
