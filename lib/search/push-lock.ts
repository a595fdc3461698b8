import type { PoolClient } from "pg";
import { pool } from "@/db/client";

const pushLock = 7340121;

/** Two senders could overtake each other and leave the older text: whoever comes second does nothing, or waits. */
export async function alone(work: () => Promise<void>, wait = false): Promise<void> {
  const client = await pool().connect();
  try {
    while (!(await locked(client))) {
      if (!wait) return;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    try {
      await work();
    } finally {
      await client.query(`select pg_advisory_unlock(${pushLock})`);
    }
  } finally {
    client.release();
  }
}

async function locked(client: PoolClient): Promise<boolean> {
  const { rows } = await client.query<{ locked: boolean }>(
    `select pg_try_advisory_lock(${pushLock}) as locked`,
  );
  return rows[0]?.locked === true;
}
