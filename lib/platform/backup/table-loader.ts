import { once } from "node:events";
import { finished } from "node:stream/promises";
import pg from "pg";
import { type CopyStreamQuery, from as copyFrom } from "pg-copy-streams";
import { Mistake } from "../mistake";
import { nameOf, type Sum, Summer, type TableShape } from "./backup-format";

type ForeignKey = { table: string; name: string; definition: string };

/** Loads tables in any order: foreign keys are taken away first and checked when they are put back. */
export class TableLoader {
  readonly sums: Record<string, Sum> = {};
  private current: { name: string; stream: CopyStreamQuery; summer: Summer; done: Promise<void> } | undefined;

  private constructor(
    private readonly client: pg.Client,
    private readonly tables: Map<string, TableShape>,
    private readonly keys: ForeignKey[],
  ) {}

  static async begin(client: pg.Client, tables: TableShape[]): Promise<TableLoader> {
    const { rows: keys } = await client.query<ForeignKey>(
      `select conrelid::regclass::text as table, conname::text as name, pg_get_constraintdef(oid) as definition
       from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`,
    );
    for (const { table, name } of keys) await client.query(`alter table ${table} drop constraint ${pg.escapeIdentifier(name)}`);
    const quoted = tables.map(({ schema, name }) => `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`);
    await client.query(`truncate ${quoted.join(", ")}`);
    return new TableLoader(client, new Map(tables.map((table) => [nameOf(table), table])), keys);
  }

  /** The next part of a table; its parts follow one another. */
  async add(name: string, part: AsyncIterable<Buffer>): Promise<void> {
    if (this.current && this.current.name !== name) await this.end();
    if (!this.tables.has(name)) {
      for await (const _ of part);
      return;
    }
    this.current ??= this.open(name);
    const { stream, summer, done } = this.current;
    for await (const chunk of part) {
      summer.add(chunk);
      if (!stream.write(chunk)) await Promise.race([once(stream, "drain"), done]);
    }
  }

  async end(): Promise<void> {
    const { current } = this;
    if (!current) return;
    this.current = undefined;
    current.stream.end();
    await current.done;
    this.sums[current.name] = current.summer.sum;
    if (current.stream.rowCount !== current.summer.sum.rows) throw new Mistake(`${current.name}: ${current.stream.rowCount} rows arrived instead of ${current.summer.sum.rows}.`);
  }

  async finish(): Promise<void> {
    for (const { table, name, definition } of this.keys) await this.client.query(`alter table ${table} add constraint ${pg.escapeIdentifier(name)} ${definition}`);
    for (const { schema, name } of this.tables.values()) await this.client.query(`analyze ${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`);
  }

  private open(name: string) {
    const table = this.tables.get(name);
    if (!table || this.sums[name]) throw new Mistake(`The backup is damaged: ${name} stands in two places.`);
    const columns = table.columns.map((column) => pg.escapeIdentifier(column)).join(", ");
    const stream = this.client.query(copyFrom(`copy ${pg.escapeIdentifier(table.schema)}.${pg.escapeIdentifier(table.name)} (${columns}) from stdin`));
    const done = finished(stream);
    // Whoever waits for it hears of the failure; until then it must not count as unhandled.
    done.catch(() => {});
    return { name, stream, summer: new Summer(), done };
  }
}
