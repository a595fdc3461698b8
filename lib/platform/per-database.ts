import type pg from "pg";
import { pool } from "@/db/client";
import { singleton } from "./singleton";

/** One value per process and database: what is remembered of one says nothing of another, and tests change theirs. */
export function perDatabase<T extends object>(name: string, create: () => T): () => T {
  const values = singleton(name, () => new WeakMap<pg.Pool, T>());
  return () => {
    const database = pool();
    const value = values.get(database) ?? create();
    values.set(database, value);
    return value;
  };
}
