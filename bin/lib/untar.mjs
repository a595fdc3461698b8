import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, resolve, sep } from "node:path";

const BLOCK = 512;

/** Unpacks the files of a plain tar archive, so that no tar program has to be there. */
export function untar(archive, folder) {
  for (let at = 0; at + BLOCK <= archive.length && archive[at] !== 0;) {
    const field = (from, length) =>
      archive.toString("latin1", at + from, at + from + length).replace(/\0.*$/s, "");
    const size = Number.parseInt(field(124, 12), 8) || 0;
    const type = field(156, 1);
    const prefix = field(257, 5) === "ustar" ? field(345, 155) : "";
    const target = resolve(folder, prefix, field(0, 100));
    if (!target.startsWith(resolve(folder) + sep)) throw new Error(`The archive wants to write to ${target}`);
    if (type === "0" || type === "") {
      mkdirSync(dirname(target), { recursive: true });
      const mode = Number.parseInt(field(100, 8), 8) & 0o777;
      writeFileSync(target, archive.subarray(at + BLOCK, at + BLOCK + size), { mode });
    }
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
}
