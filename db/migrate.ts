import { resolve } from "node:path";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import { runMigrations } from "graphile-worker";
import pg from "pg";

/** Brings the database at `url` to this version's schema; safe when several processes start at once. */
export async function migrateDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: "kundig migrate" });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(7340110)");
    await migrate(drizzle(client), { migrationsFolder: resolve("db/migrations") });
    await runMigrations({ connectionString: url });
  } finally {
    await client.end();
  }
}
