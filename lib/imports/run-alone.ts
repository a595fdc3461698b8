import { pool } from "@/db/client";
import { Mistake } from "@/lib/platform/mistake";

/** Two imports of one source at once would do everything twice; the lock goes with the connection, also after kill -9. */
export async function runAlone<T>(source: string, work: () => Promise<T>): Promise<T> {
  const client = await pool().connect();
  try {
    const { rows } = await client.query<{ got: boolean }>("select pg_try_advisory_lock(7340130, hashtext($1)) as got", [source]);
    if (!rows[0]?.got) throw new Mistake(`${source} is being imported by another process at this moment.`);
    try {
      return await work();
    } finally {
      await client.query("select pg_advisory_unlock(7340130, hashtext($1))", [source]);
    }
  } finally {
    client.release();
  }
}
