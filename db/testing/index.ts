import { afterAll, beforeAll } from "vitest";
import { closeDatabase } from "@/db/client";
import { cloneTemplate } from "./cluster";

/**
 * Gives the test file a migrated, empty database of its own and points `@/db/client` at it. Call it once, at the
 * top of the file. `url()` is for tests that start further processes or clients.
 */
export function testDatabase(): { url(): string } {
  let database: Awaited<ReturnType<typeof cloneTemplate>> | undefined;
  beforeAll(async () => {
    database = await cloneTemplate(required("KUNDIG_TEST_SERVER"), required("KUNDIG_TEST_TEMPLATE"));
    process.env.DATABASE_URL = database.url;
  });
  afterAll(async () => {
    await closeDatabase();
    await database?.drop();
  });
  return { url: () => database?.url ?? required("DATABASE_URL") };
}

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the tests through vitest.config.ts`);
  return value;
}
