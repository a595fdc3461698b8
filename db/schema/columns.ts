import { bigint, timestamp } from "drizzle-orm/pg-core";

/** Identity key; numbers stay far below 2^53. */
export const id = () => bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity();
export const reference = () => bigint({ mode: "number" });
export const instant = () => timestamp({ withTimezone: true, precision: 3, mode: "date" });
export const createdAt = () => instant().notNull().defaultNow();
