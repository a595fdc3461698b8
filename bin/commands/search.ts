import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import { closeDatabase } from "@/db/client";
import { supplyWords } from "@/lib/search/supply-words";

const usage = "search words --locale de <file>";

/** Teaches the search words of a list, so that compounds of them are found by their parts. The site may be running. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { locale: { type: "string", default: "de" } } });
  const [what, file, ...rest] = positionals;
  if (what !== "words" || file === undefined || rest.length > 0) return wrong(usage);
  if (values.locale !== "de") return wrong("Only German writes compounds as one word: --locale de.");
  const bytes = await readFile(file).catch(() => null);
  if (!bytes) return wrong(`There is no file ${file} that can be read.`);
  const text = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  const { read, added, documents } = await supplyWords(text.split(/\r?\n/));
  console.log(`${read} words read, ${added} of them new. ${documents} documents indexed anew because of them.`);
  await closeDatabase();
  return 0;
}

function wrong(line: string): number {
  console.error(line);
  return 2;
}
