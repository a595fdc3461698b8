import { AsyncLocalStorage } from "node:async_hooks";
import { createHash } from "node:crypto";
import { type SQL, sql } from "drizzle-orm";
import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import pg from "pg";
import * as schema from "./schema";

export type Database = NodePgDatabase<typeof schema>;
export type Tx = Parameters<Parameters<Database["transaction"]>[0]>[0];

type Connection = { url: string; pool: pg.Pool; db: Database };
type Counter = { queries: number; texts: string[] };

/** Next bundles modules apart from our entry: what must exist once per process lives on globalThis. */
const shared = globalThis as unknown as {
  [key: symbol]: { connection?: Connection; counters: AsyncLocalStorage<Counter>; afterCommit: AfterCommit[]; last: WeakMap<Tx, SQL[]>; outside: ReturnType<typeof AsyncLocalStorage.snapshot> } | undefined;
};
const state = (shared[Symbol.for("kundig.db")] ??= {
  counters: new AsyncLocalStorage<Counter>(),
  afterCommit: [],
  last: new WeakMap<Tx, SQL[]>(),
  outside: AsyncLocalStorage.snapshot(),
});

type AfterCommit = (tx: Tx) => Promise<void> | void;

function connection(): Connection {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is not set");
  if (state.connection?.url === url) return state.connection;
  const pool = new pg.Pool({
    connectionString: url,
    max: Number(process.env.KUNDIG_POOL ?? 10),
    connectionTimeoutMillis: 5_000,
    statement_timeout: 15_000,
    idle_in_transaction_session_timeout: 15_000,
    application_name: "kundig",
  });
  connectOutside(pool);
  // Without listeners a restart of Postgres would end this process.
  pool.on("error", () => {});
  pool.on("connect", (client) => {
    client.on("error", () => {});
    beforeQuery(client, (statement) => named(statement));
  });
  beforeQuery(pool, (statement) => {
    count(statement);
    return statement;
  });
  state.connection = { url, pool, db: drizzle(pool, { schema, casing: "snake_case" }) };
  return state.connection;
}

type Connected = (error: Error | undefined, client: pg.PoolClient | undefined, done: (release?: unknown) => void) => void;

function beforeQuery(target: pg.Pool | pg.PoolClient, change: (statement: unknown) => unknown): void {
  const query = target.query.bind(target) as (...args: unknown[]) => unknown;
  target.query = ((statement: unknown, ...rest: unknown[]) => query(change(statement), ...rest)) as typeof target.query;
}

/**
 * A connection outlives the request that needed it first. Opened in that request's async context, or remembering
 * its callback, it would hold on to everything rendered in it and in those after it for as long as it stays open.
 */
function connectOutside(pool: pg.Pool): void {
  const connect = pool.connect.bind(pool) as (connected: Connected) => void;
  const take = (connected: Connected) => {
    let waiting: Connected | undefined = connected;
    state.outside(() =>
      connect((...result) => {
        const told = waiting;
        waiting = undefined;
        told?.(...result);
      }),
    );
  };
  pool.connect = ((connected?: Connected) => {
    if (connected) return take(connected);
    return new Promise<pg.PoolClient>((resolve, reject) => take((error, client) => (client ? resolve(client) : reject(error))));
  }) as typeof pool.connect;
}

const keptMark = "/* kept */";
/** In a statement: each connection parses it once, and soon plans it once. For texts that hardly vary and are asked with every key press or message. */
export const kept = sql.raw(keptMark);

function named(query: unknown): unknown {
  const text = (query as { text?: string } | null)?.text;
  return text?.includes(keptMark) ? { ...(query as object), name: createHash("sha1").update(text).digest("hex") } : query;
}

function count(query: unknown) {
  const counter = state.counters.getStore();
  if (!counter) return;
  counter.queries += 1;
  counter.texts.push(typeof query === "string" ? query : ((query as { text?: string })?.text ?? ""));
}

/** Reads go here; every write goes through `inTransaction`. */
export const db: Database = new Proxy({} as Database, {
  get: (_, key) => {
    const target = connection().db as unknown as Record<PropertyKey, unknown>;
    const value = target[key];
    return typeof value === "function" ? value.bind(target) : value;
  },
});

export function pool(): pg.Pool {
  return connection().pool;
}

/** Runs `work` in one transaction, or joins `outer` when it is given. Deadlocks and serialisation failures are tried again. */
export async function inTransaction<T>(work: (tx: Tx) => Promise<T>, outer?: Tx): Promise<T> {
  if (outer) return work(outer);
  for (let attempt = 1; ; attempt++) {
    try {
      let committed: Tx | undefined;
      const result = await connection().db.transaction(async (tx) => {
        committed = tx;
        const worked = await work(tx);
        await doLast(tx);
        return worked;
      });
      if (committed) for (const hook of state.afterCommit) await hook(committed);
      return result;
    } catch (error) {
      const code = (error as { code?: string; cause?: { code?: string } }).cause?.code ?? (error as { code?: string }).code;
      if (attempt < 4 && (code === "40001" || code === "40P01")) continue;
      throw error;
    }
  }
}

/**
 * Leaves a statement for the end of the transaction, whose effects nothing in it reads (audit, outbox, jobs,
 * notices): all of them are done in one round trip just before the commit. Each must return rows.
 */
export function atEnd(tx: Tx, statement: SQL): void {
  const known = state.last.get(tx);
  if (known) known.push(statement);
  else state.last.set(tx, [statement]);
}

async function doLast(tx: Tx): Promise<void> {
  const statements = state.last.get(tx);
  if (!statements) return;
  state.last.delete(tx);
  const named = statements.map((statement, index) => sql`${sql.identifier(`s${index}`)} as (${statement})`);
  const counted = statements.map((_, index) => sql`(select count(*) from ${sql.identifier(`s${index}`)})`);
  await tx.execute(sql`with ${sql.join(named, sql`, `)} select ${sql.join(counted, sql`, `)}`);
}

/** Registers what must happen between commit and acknowledgement (dropping cached pages). */
export function onCommit(hook: AfterCommit): void {
  state.afterCommit = [hook];
}

/** Counts the pool queries that `work` makes, for pages that promise a bound. */
export async function countQueries<T>(work: () => Promise<T>): Promise<{ result: T; queries: number; texts: string[] }> {
  const counter: Counter = { queries: 0, texts: [] };
  const result = await state.counters.run(counter, work);
  return { result, ...counter };
}

export async function closeDatabase(): Promise<void> {
  const open = state.connection;
  state.connection = undefined;
  await open?.pool.end();
}
