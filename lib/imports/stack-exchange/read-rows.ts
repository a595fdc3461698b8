import { createReadStream } from "node:fs";
import { StringDecoder } from "node:string_decoder";
import { createGunzip } from "node:zlib";
import { SaxesParser } from "saxes";
import { Mistake } from "@/lib/platform/mistake";
import { storable } from "../storable";

export type Row = Readonly<Record<string, string | undefined>>;

/** Old dumps hold control characters that XML does not allow; their posts are good all the same. */
const harmless = /disallowed character|character (?:entity|reference)|malformed character/i;

/**
 * The rows of one table of a dump, as attributes, one after the other: however large the file, only what one
 * piece of it holds is in memory. `told` hears which part of the file has been read (0 to 1).
 */
export async function* readRows(path: string, size: number, told: (part: number) => void = () => {}): AsyncGenerator<Row> {
  const file = createReadStream(path, { highWaterMark: 256 * 1024 });
  const bytes = path.endsWith(".gz") ? file.pipe(createGunzip()) : file;
  // A pipe does not pass errors on.
  if (bytes !== file) file.on("error", (error) => bytes.destroy(error));
  const parser = new SaxesParser();
  const decoder = new StringDecoder("utf8");
  let rows: Row[] = [];
  let problem: string | undefined;
  parser.on("error", (error) => {
    if (!harmless.test(error.message)) problem ??= error.message;
  });
  parser.on("opentag", ({ name, attributes }) => {
    if (name === "row") rows.push(toRow(attributes));
  });
  try {
    for await (const chunk of bytes) {
      parser.write(decoder.write(chunk as Buffer));
      const ready = rows;
      rows = [];
      if (problem) throw new Mistake(`${path} is not a table of a dump: line ${problem}`);
      yield* ready;
      told(size > 0 ? file.bytesRead / size : 1);
    }
    parser.close();
    if (problem) throw new Mistake(`${path} is cut short or damaged: line ${problem}`);
  } catch (error) {
    const code = (error as { code?: string }).code ?? "";
    if (code.startsWith("Z_")) throw new Mistake(`${path} is cut short or damaged (${code}).`);
    throw error;
  } finally {
    file.destroy();
  }
}

function toRow(attributes: Record<string, string>): Row {
  return Object.fromEntries(Object.entries(attributes).map(([name, text]) => [name, storable(text)]));
}
