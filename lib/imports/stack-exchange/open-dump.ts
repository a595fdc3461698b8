import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { Mistake } from "@/lib/platform/mistake";
import { readRows, type Row } from "./read-rows";

export const tables = ["Users", "Tags", "Posts", "Comments", "Votes", "PostLinks", "Badges"] as const;
export type Table = (typeof tables)[number];

export type Dump = {
  folder: string;
  has(table: Table): boolean;
  /** Nothing when the dump comes without that table. */
  rows(table: Table, told?: (part: number) => void): AsyncGenerator<Row>;
  /** Files that no table of ours is made of. */
  unused: string[];
};

/** Finds the tables in a folder: `Posts.xml` or `Posts.xml.gz`, in whatever case they are written. */
export function openDump(folder: string): Dump {
  const path = resolve(folder);
  const names = list(path);
  const files = new Map<Table, { path: string; size: number }>();
  for (const table of tables) {
    const wanted = table.toLowerCase();
    const name = names.find((each) => each.toLowerCase() === `${wanted}.xml`) ?? names.find((each) => each.toLowerCase() === `${wanted}.xml.gz`);
    if (name) files.set(table, { path: join(path, name), size: statSync(join(path, name)).size });
  }
  if (!files.has("Posts")) throw new Mistake(whyNone(path, names));
  const used = new Set([...files.values()].map((file) => basename(file.path)));
  return {
    folder: path,
    has: (table) => files.has(table),
    async *rows(table, told) {
      const file = files.get(table);
      if (file) yield* readRows(file.path, file.size, told);
    },
    unused: names.filter((name) => /\.xml(\.gz)?$/i.test(name) && !used.has(name) && !/^sites\./i.test(name)),
  };
}

function list(path: string): string[] {
  if (!existsSync(path)) throw new Mistake(`${path}: there is no such folder.`);
  if (!statSync(path).isDirectory()) throw new Mistake(`${path} is a file: name the folder that holds Posts.xml.`);
  return readdirSync(path).sort();
}

function whyNone(path: string, names: string[]): string {
  const packed = names.find((name) => name.endsWith(".7z"));
  if (packed) return `${join(path, packed)} is still packed: unpack it first, as in 7z x ${packed}`;
  return `${path} holds no Stack Exchange dump: Posts.xml or Posts.xml.gz is missing.`;
}
