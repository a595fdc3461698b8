import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { runLogged } from "./commands.mjs";
import { builtEntry } from "./entry.mjs";
import { dataDir, projectDir } from "./project.mjs";
import { withLock } from "./processes.mjs";
import { step } from "./steps.mjs";

const SOURCES = [
  "bin/serve.ts",
  "app",
  "components",
  "lib",
  "db",
  "next.config.ts",
  "next.config.mjs",
  "postcss.config.mjs",
  "package.json",
  "package-lock.json",
];
const stamp = join(projectDir, ".next/kundig-build");

/** Builds the site unless the last finished build was made from the same sources. */
export async function ensureBuilt() {
  if (isFresh()) return;
  await withLock(
    join(dataDir(), "build.lock"),
    async () => {
      if (!isFresh()) await step("Building the site", (note) => build(note));
    },
    { waitMs: 900_000 },
  );
}

function isFresh() {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === hashSources();
}

async function build(note) {
  const sources = hashSources();
  rmSync(stamp, { force: true });
  await runLogged(process.execPath, [join(projectDir, "node_modules/next/dist/bin/next"), "build"], {
    logPath: join(dataDir(), "logs/build.log"),
    env: environment(),
    note,
    what: "next build",
  });
  await buildEntry();
  writeFileSync(stamp, sources);
}

async function buildEntry() {
  const esbuild = await import("esbuild");
  await esbuild.build({
    absWorkingDir: projectDir,
    entryPoints: { serve: "bin/serve.ts" },
    outdir: dirname(builtEntry),
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "warning",
  });
}

/** A build must come out the same everywhere: it sees neither a database nor a secret. */
function environment() {
  const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", KUNDIG_BUILD: "1" };
  for (const name of ["DATABASE_URL", "AUTH_SECRET", "MEILI_URL", "MEILI_KEY", "EMBEDDINGS_URL", "EMBEDDINGS_KEY", "REDIS_URL", "SMTP_URL"])
    delete env[name];
  return env;
}

function hashSources() {
  const hash = createHash("sha256").update(process.versions.node);
  for (const path of SOURCES.flatMap(filesUnder))
    hash
      .update(path)
      .update("\0")
      .update(readFileSync(join(projectDir, path)));
  return hash.digest("hex");
}

function filesUnder(path) {
  const full = join(projectDir, path);
  if (!existsSync(full)) return [];
  if (/\.[cm]?[jt]sx?$|\.json$/.test(path)) return [path];
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$|~$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(projectDir.length + 1))
    .sort();
}
