import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db, inTransaction } from "@/db/client";
import { testDatabase } from "./index";

testDatabase();

test("a test file has a migrated database of its own", async () => {
  const { rows } = await db.execute(
    sql`select count(*)::int as tables from information_schema.tables where table_schema = 'public'`,
  );
  expect(Number(rows[0]?.tables)).toBeGreaterThan(10);
  const workers = await db.execute(sql`select to_regclass('graphile_worker.jobs') is not null as there`);
  expect(workers.rows[0]?.there).toBe(true);
});

test("what one file writes stays in its database", async () => {
  await inTransaction((tx) => tx.execute(sql`create table only_here (id int)`));
  const { rows } = await db.execute(
    sql`select current_database() as name, to_regclass('only_here') is not null as there`,
  );
  expect(rows[0]?.name).toMatch(/^test_\d+_/);
  expect(rows[0]?.there).toBe(true);
});
