import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";

const root = process.env.KUNDIG_REFERENCE_DATA ?? "/work/shared/data";

/**
 * A file of the large reference collections (specifications, attack strings) that are not part of this
 * repository. Null where they are not installed; the test then says so by name and skips.
 */
export function referenceData(file: string): Buffer | null {
  const full = path.join(root, file);
  if (!existsSync(full)) {
    console.warn(`skipped: ${file} is not installed under ${root}`);
    return null;
  }
  const bytes = readFileSync(full);
  return file.endsWith(".gz") ? gunzipSync(bytes) : bytes;
}
