/** What the embedded Postgres runs with: small, durable, and the same on every machine. */
export const SETTINGS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "100",
  shared_buffers: "64MB",
  effective_cache_size: "512MB",
  // Acknowledged means durable: never weakened here, only by tests of throw-away data.
  fsync: "on",
  full_page_writes: "on",
  synchronous_commit: "on",
  // Nobody replicates the embedded database: less is written for the same safety, and one process fewer runs.
  wal_level: "minimal",
  max_wal_senders: "0",
  max_logical_replication_workers: "0",
  max_wal_size: "512MB",
  wal_buffers: "8MB",
  checkpoint_timeout: "10min",
  random_page_cost: "1.1",
  // Compiling a query costs more than the short queries of a page.
  jit: "off",
  // Our data fits the page cache; the three extra I/O processes would only cost memory.
  io_method: "sync",
  password_encryption: "scram-sha-256",
  timezone: "UTC",
  log_timezone: "UTC",
  log_line_prefix: "%m [%p] ",
  log_checkpoints: "off",
};
