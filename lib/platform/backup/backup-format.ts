import { createHash, type Hash } from "node:crypto";

/**
 * A backup is one .tar.gz: header.json first, then each table in parts of PostgreSQL's COPY text, then the stored
 * files, manifest.json last. The manifest holds what must have come out; a backup without it was cut short.
 */
export const formatVersion = 1;

export type TableShape = { schema: string; name: string; columns: string[] };
export type BackupHeader = {
  format: number;
  createdAt: string;
  postgres: string;
  /** When each migration that had run was made; the last one names the schema. */
  migrations: number[];
  workerMigration: number;
  tables: TableShape[];
};
export type Sum = { rows: number; bytes: number; sha256: string };
export type BackupManifest = {
  tables: Record<string, Sum>;
  sequences: { schema: string; name: string; last: string }[];
  files: { count: number; bytes: number; missing: string[] };
};

/**
 * Tables whose rows stay behind: what must not be used twice (sessions, links, keys), what only concerns running
 * processes, and what the search rebuild makes anew.
 */
export const leftOut = new Set([
  ...["sessions", "one_time_tokens", "idempotency_keys", "rate_limits", "web_processes"],
  ...["search_documents", "search_embeddings", "search_terms", "search_totals", "search_outbox"],
]);

/** Of the worker's own tables only those that hold waiting jobs. */
export const workerTables = ["_private_tasks", "_private_job_queues", "_private_jobs"];

export const nameOf = ({ schema, name }: TableShape): string => `${schema}.${name}`;

/** Counts rows and takes the hash of COPY text as it passes by; each row is one line, whatever is in it. */
export class Summer {
  private hash: Hash = createHash("sha256");
  private rows = 0;
  private bytes = 0;

  add(chunk: Buffer): void {
    this.hash.update(chunk);
    this.bytes += chunk.length;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) this.rows += 1;
  }

  get sum(): Sum {
    return { rows: this.rows, bytes: this.bytes, sha256: this.hash.copy().digest("hex") };
  }
}
