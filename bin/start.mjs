import "./lib/node-version.mjs";
import { setTimeout as sleep } from "node:timers/promises";
import { ensureBuilt } from "./lib/build.mjs";
import { exitOf } from "./lib/commands.mjs";
import { checkDataFolder, loadSettings, prepareEnvironment } from "./lib/environment.mjs";
import { Failure, runMain } from "./lib/failure.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { startPostgres } from "./lib/postgres.mjs";
import { checkPort, startSite } from "./lib/site.mjs";
import { say, step } from "./lib/steps.mjs";

const isDev = process.argv.includes("--dev");

await runMain(async () => {
  loadSettings();
  await checkPort();
  checkDataFolder();
  await ensureInstalled();
  if (!isDev) await ensureBuilt();
  const wish = listenForStop();
  const { env, database } = await prepare();
  try {
    if (wish.asked) return 130;
    const site = startSite({ ...env, NODE_ENV: isDev ? "development" : "production" }, process.argv.slice(2));
    wish.obey(site);
    return await runUntilGone(site, database, wish);
  } finally {
    await database?.stop();
    if (wish.asked) say("Kundig has stopped.");
  }
});

/** From here on nothing may be left behind: a signal is remembered until there is something to stop. */
function listenForStop() {
  let site;
  const wish = { asked: 0, obey: (started) => (site = started) };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => {
      // npm passes a Ctrl-C on that the terminal has sent already; asked again later, somebody is in a hurry.
      if (wish.asked && signal === "SIGINT" && Date.now() - wish.asked > 1_000) site?.child.kill("SIGKILL");
      else if (!wish.asked) void site?.stop();
      wish.asked ||= Date.now();
    });
  }
  return wish;
}

async function prepare() {
  if (process.env.DATABASE_URL) return prepareEnvironment(say);
  return step("Starting the database", async (note) => {
    const prepared = await prepareEnvironment((text) =>
      process.stdout.isTTY ? note(text) : say(`  ${text}`),
    );
    const { adopted, port, dataDir } = prepared.database;
    return {
      ...prepared,
      title: `Database ${adopted ? "was running" : "started"} on port ${port}, data in ${dataDir}`,
    };
  });
}

async function runUntilGone({ child, stop }, database, wish) {
  let broken;
  const isOver = () => wish.asked || broken || child.exitCode !== null || child.signalCode !== null;
  if (database) {
    void keepRunning(database, isOver).catch((error) => {
      broken = error;
      void stop();
    });
  }
  const code = await exitOf(child);
  if (broken) throw broken;
  return code;
}

/** Brings the database back when it was killed; the site reconnects by itself. */
async function keepRunning(database, isOver) {
  for (; !isOver(); await sleep(500)) {
    if (database.isRunning() || isOver()) continue;
    say("The database has stopped without being asked; starting it again.");
    const again = await startPostgres({ dataDir: database.wantedDir, log: say });
    if (again.port !== database.port)
      throw new Failure("The database could not get its port back: start Kundig again.");
    Object.assign(database, again);
  }
}
