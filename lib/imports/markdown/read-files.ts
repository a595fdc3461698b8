import { createReadStream, existsSync, statSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import { createGunzip } from "node:zlib";
import { extract } from "tar-stream";
import { Mistake } from "@/lib/platform/mistake";

export type MarkdownFile = {
  /** With slashes, below what was given. */
  path: string;
  text: string;
};

const isText = (name: string) => /\.(md|markdown)$/i.test(name);
const isArchive = (name: string) => /\.(tar\.gz|tgz|tar)$/i.test(name);
/** Longer texts are no articles, and would only fill the memory. */
const longestFile = 2 * 1024 * 1024;

/** Every Markdown file in a folder and the folders and archives in it, in the order of their names, one at a time. */
export async function* readMarkdownFiles(given: string): AsyncGenerator<MarkdownFile> {
  const root = resolve(given);
  if (!existsSync(root)) throw new Mistake(`${root}: there is no such folder or archive.`);
  if (!statSync(root).isDirectory()) {
    if (!isArchive(root) && !isText(root)) throw new Mistake(`${root} is neither a folder, nor a .tar.gz, nor Markdown.`);
    yield* readOne(root, "");
    return;
  }
  for (const path of await list(root)) yield* readOne(path, relative(root, path).split(sep).join("/"));
}

async function list(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && (isText(entry.name) || isArchive(entry.name)))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !relative(folder, path).split(sep).some((part) => part.startsWith(".") || part === "node_modules"))
    .sort();
}

async function* readOne(path: string, name: string): AsyncGenerator<MarkdownFile> {
  if (isArchive(path)) yield* readArchive(path);
  else yield { path: name || path.slice(path.lastIndexOf(sep) + 1), text: await readFile(path, "utf8") };
}

async function* readArchive(path: string): AsyncGenerator<MarkdownFile> {
  const file = createReadStream(path);
  const archive = extract();
  const fail = (error: Error) => archive.destroy(error);
  file.on("error", fail);
  if (/\.tar$/i.test(path)) file.pipe(archive);
  else file.pipe(createGunzip().on("error", fail)).pipe(archive);
  try {
    for await (const entry of archive) {
      const { name, type, size = 0 } = entry.header;
      const wanted = type === "file" && isText(name) && size <= longestFile && !/(^|\/)(\.|__MACOSX)/.test(name.replace(/^\.\//, ""));
      if (!wanted) {
        entry.resume();
        continue;
      }
      const chunks: Buffer[] = [];
      for await (const chunk of entry) chunks.push(chunk as Buffer);
      yield { path: name.replace(/^\.\//, ""), text: Buffer.concat(chunks).toString("utf8") };
    }
  } catch (error) {
    throw new Mistake(`${path} can't be read: ${(error as Error).message}`);
  } finally {
    file.destroy();
  }
}
