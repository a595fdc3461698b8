import { existsSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { parseArgs } from "node:util";
import { step } from "@/bin/lib/steps.mjs";
import { writeBackup } from "@/lib/platform/backup/write-backup";
import { Mistake } from "@/lib/platform/mistake";

/** Writes everything into one file while the site runs. */
export async function run(args: string[]): Promise<number> {
  const { positionals } = parseArgs({ args, allowPositionals: true, options: {} });
  const [file, ...more] = positionals;
  if (!file || more.length > 0) {
    console.error("Usage: npm run kundig -- backup <file.tar.gz>");
    return 2;
  }
  const path = resolve(file);
  if (existsSync(path) && statSync(path).isDirectory()) throw new Mistake(`${path} is a folder: name the file to write, as in ${path}/kundig.tar.gz`);
  if (!existsSync(dirname(path))) throw new Mistake(`${dirname(path)}: there is no such folder.`);
  const report = await step(`Writing ${path}`, (note) => writeBackup(process.env.DATABASE_URL ?? "", path, note));
  const number = new Intl.NumberFormat("en");
  console.log(`${number.format(report.rows)} rows of ${report.tables} tables and ${number.format(report.files)} files, ${(report.bytes / 1024 / 1024).toFixed(1)} MB.`);
  console.log("Sessions, links sent by mail and the search index stay behind; keep AUTH_SECRET (or the file secret in the data folder) yourself.");
  if (report.missing.length === 0) return 0;
  console.error(`${report.missing.length} files are missing or damaged in the storage and are not in it: ${report.missing.slice(0, 10).join(", ")}`);
  return 1;
}
