import type { PoolClient } from "pg";
import { pool } from "@/db/client";

const pushLock = 7340121;

/** Two senders could overtake each other and leave the older text: whoever comes second does nothing, or waits. */
export async function alone(work: () => Promise<void>, wait = false, lock = pushLock): Promise<void> {
  const client = await pool().connect();
  try {
    while (!(await locked(client, lock))) {
      if (!wait) return;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    try {
      await work();
    } finally {
      await client.query(`select pg_advisory_unlock(${lock})`);
    }
  } finally {
    client.release();
  }
}

async function locked(client: PoolClient, lock: number): Promise<boolean> {
  const { rows } = await client.query<{ locked: boolean }>(
    `select pg_try_advisory_lock(${lock}) as locked`,
  );
  return rows[0]?.locked === true;
}
