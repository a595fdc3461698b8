import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db, kept } from "./client";
import { testDatabase } from "./testing";

testDatabase();

test("a kept statement is prepared once per connection, whatever it is asked with", async () => {
  const ask = async (number: number) => (await db.execute<{ twice: number }>(sql`${kept} select ${number}::int * 2 as twice`)).rows[0]?.twice;
  expect([await ask(1), await ask(2), await ask(3)]).toEqual([2, 4, 6]);
  // One after the other they all take the connection that was given back last.
  const { rows } = await db.execute(sql`select generic_plans + custom_plans as planned from pg_prepared_statements where statement like '%as twice'`);
  expect(rows).toEqual([{ planned: "3" }]);
});
