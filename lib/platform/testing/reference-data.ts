import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";

/** Beside the checkout, unless told otherwise. */
export const referenceRoot = process.env.KUNDIG_REFERENCE_DATA ?? path.resolve("../shared/data");

/**
 * A file of the large reference collections (specifications, attack strings) that are not part of this
 * repository. Null where they are not installed; the test then says so by name and skips.
 */
export function referenceData(file: string): Buffer | null {
  const full = path.join(referenceRoot, file);
  if (!existsSync(full)) {
    console.warn(`skipped: ${file} is not installed under ${referenceRoot}`);
    return null;
  }
  const bytes = readFileSync(full);
  return file.endsWith(".gz") ? gunzipSync(bytes) : bytes;
}
