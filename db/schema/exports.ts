import { pgTable, text } from "drizzle-orm/pg-core";
import { instant, reference } from "./columns";
import { members } from "./members";
import { files } from "./platform";

/** A member's own data in one file: asked for, made by a job, gone after a week. Whoever asks again gets a new one in its place. */
export const dataExports = pgTable("data_exports", {
  memberId: reference()
    .primaryKey()
    .references(() => members.id, { onDelete: "cascade" }),
  askedAt: instant().notNull(),
  /** Null while it is being made. */
  readyAt: instant(),
  fileId: text().references(() => files.id, { onDelete: "set null" }),
});
