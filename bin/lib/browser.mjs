import { spawnSync } from "node:child_process";
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { delimiter, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { brotliDecompressSync, createBrotliDecompress } from "node:zlib";
import { runLogged } from "./commands.mjs";
import { Failure } from "./failure.mjs";
import { dataDir, projectDir } from "./project.mjs";
import { untar } from "./untar.mjs";

const INSTALLED = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const shipped = join(projectDir, "node_modules/@sparticuz/chromium");

/**
 * Finds a Chromium that really starts: CHROME_PATH, else the one that came with npm (the same bytes everywhere),
 * else an installed one, else Playwright's download ("playwright": it finds that by itself). Fails rather than let
 * the browser stories be left out.
 */
export async function findBrowser(note = () => {}) {
  const asked = process.env.CHROME_PATH;
  if (asked) {
    if (starts(asked)) return asked;
    throw new Failure(`CHROME_PATH is ${asked}, which does not start.`);
  }
  const unpacked = await unpackShipped(note);
  if (unpacked && starts(unpacked)) return unpacked;
  const installed = INSTALLED.map(findProgram).find((path) => path && starts(path));
  return installed ?? (await download(note));
}

async function unpackShipped(note) {
  if (process.platform !== "linux" || process.arch !== "x64" || !existsSync(join(shipped, "bin/chromium.br")))
    return undefined;
  const { version } = JSON.parse(readFileSync(join(shipped, "package.json"), "utf8"));
  const folder = join(projectDir, "node_modules/.cache/kundig-chromium", version);
  const start = join(folder, "chromium-with-libraries");
  if (existsSync(start)) return start;
  note("unpacking the browser");
  const temporary = `${folder}.new-${process.pid}`;
  rmSync(temporary, { recursive: true, force: true });
  mkdirSync(temporary, { recursive: true });
  for (const archive of ["al2023", "fonts", "swiftshader"]) {
    untar(brotliDecompressSync(readFileSync(join(shipped, `bin/${archive}.tar.br`))), temporary);
  }
  const packed = createReadStream(join(shipped, "bin/chromium.br"));
  await pipeline(
    packed,
    createBrotliDecompress(),
    createWriteStream(join(temporary, "chromium"), { mode: 0o755 }),
  );
  writeFileSync(join(temporary, "fonts.conf"), fontsFile(folder));
  writeFileSync(join(temporary, "chromium-with-libraries"), startScript(folder), { mode: 0o755 });
  try {
    renameSync(temporary, folder);
  } catch (error) {
    // Another run unpacked the same bytes in the meantime.
    rmSync(temporary, { recursive: true, force: true });
    if (!existsSync(start)) throw error;
  }
  return start;
}

/** The package's own settings point at the temp folder, and without a font Chromium aborts on the first letter. */
function fontsFile(folder) {
  const alias = (name, ...fonts) => {
    const families = fonts.map((font) => `<family>${font}</family>`).join("");
    return `<alias binding="strong"><family>${name}</family><prefer>${families}</prefer></alias>`;
  };
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/font-cache</cachedir>
  ${["sans-serif", "serif", "system-ui"].map((name) => alias(name, "Open Sans")).join("\n  ")}
  ${alias("monospace", "DejaVu Sans Mono", "Liberation Mono", "Open Sans")}
</fontconfig>
`;
}

/** `exec` keeps the pid, so that whoever starts the browser can also end it. */
function startScript(folder) {
  return `#!/bin/sh
export LD_LIBRARY_PATH="${folder}/lib\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
export FONTCONFIG_FILE="${folder}/fonts.conf"
exec "${folder}/chromium" "$@"
`;
}

function starts(path) {
  return spawnSync(path, ["--version"], { timeout: 20_000 }).status === 0;
}

function findProgram(name) {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

async function download(note) {
  note("downloading the browser");
  await runLogged(
    process.execPath,
    [join(projectDir, "node_modules/playwright-core/cli.js"), "install", "chromium-headless-shell"],
    {
      logPath: join(dataDir(), "logs/browser.log"),
      note,
      what: "No browser came with npm, none is installed, and Playwright's download",
    },
  );
  return "playwright";
}
