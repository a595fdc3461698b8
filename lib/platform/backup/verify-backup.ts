import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { Mistake } from "../mistake";
import { type BackupHeader, type BackupManifest, formatVersion, nameOf, type Sum, Summer } from "./backup-format";
import { bytesOf, readEntries } from "./read-entries";

const nothing: Sum = { rows: 0, bytes: 0, sha256: createHash("sha256").digest("hex") };

/** Reads a backup to its end and compares every table with the manifest, before anything is done with it. */
export async function verifyBackup(path: string): Promise<{ header: BackupHeader; manifest: BackupManifest }> {
  if (!existsSync(path)) throw new Mistake(`${path}: there is no such file.`);
  try {
    return await verify(path);
  } catch (error) {
    if (error instanceof Mistake) throw error;
    throw new Mistake(`${path} is no backup, or cut short or damaged: ${(error as Error).message}.`);
  }
}

async function verify(path: string): Promise<{ header: BackupHeader; manifest: BackupManifest }> {
  const sums = new Map<string, Summer>();
  let header: BackupHeader | undefined;
  let manifest: BackupManifest | undefined;
  let files = 0;
  for await (const { name, content } of readEntries(path)) {
    if (!header) header = readHeader(path, name, await bytesOf(content));
    else if (name === "manifest.json") manifest = JSON.parse((await bytesOf(content)).toString("utf8")) as BackupManifest;
    else {
      const table = tableOfPart(name);
      const summer = (table && sums.get(table)) || new Summer();
      for await (const chunk of content) summer.add(chunk);
      if (table) sums.set(table, summer);
      else if (fileOfEntry(name)) files += 1;
      else throw new Mistake(`${path} holds something unknown: ${name}.`);
    }
  }
  if (!header) throw new Mistake(`${path} is empty.`);
  if (!manifest) throw new Mistake(`${path} was cut short: its end is missing.`);
  for (const name of header.tables.map(nameOf)) {
    const [wanted, got] = [manifest.tables[name], sums.get(name)?.sum ?? nothing];
    if (!wanted || wanted.sha256 !== got.sha256 || wanted.rows !== got.rows) throw new Mistake(`${path} is damaged: ${name} is not what was written.`);
  }
  if (files !== manifest.files.count) throw new Mistake(`${path} is damaged: it holds ${files} of ${manifest.files.count} files.`);
  return { header, manifest };
}

function readHeader(path: string, name: string, bytes: Buffer): BackupHeader {
  if (name !== "header.json") throw new Mistake(`${path} is not a backup of Kundig.`);
  const header = JSON.parse(bytes.toString("utf8")) as BackupHeader;
  if (header.format !== formatVersion) throw new Mistake(`${path} has format ${header.format}; this version reads format ${formatVersion}.`);
  return header;
}

export function tableOfPart(name: string): string | undefined {
  return /^tables\/([^/]+)\/\d+\.copy$/.exec(name)?.[1];
}

export function fileOfEntry(name: string): string | undefined {
  return /^files\/([a-z0-9]{16,64})$/.exec(name)?.[1];
}
