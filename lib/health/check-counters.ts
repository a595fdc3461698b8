import { sql } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { system } from "@/lib/members/actor";
import { recordAudit } from "@/lib/platform/audit";
import { invalidatePages } from "@/lib/platform/pages/page-tags";
import { recordSearchChange } from "@/lib/platform/search/record-search-change";
import { derivedThreads, refreshThreads } from "@/lib/threads/refresh-threads";
import { type Counter, counters } from "./counters";
import { bad, count, type Finding, fine } from "./finding";

const area = "counters";
const doctor = system("doctor");
/** Repairs hold rows for a moment only. */
const portion = 500;

/** Whether the numbers kept in rows are what is really there. `--repair` counts again. */
export async function checkCounters({ repair }: { repair: boolean }): Promise<Finding[]> {
  const findings: Finding[] = [];
  const states = await checkStates(repair);
  if (states > 0) findings.push(bad(area, `state or number of answers is wrong in ${count(states, "thread")}`, repair ? "derived anew" : undefined));
  for (const counter of counters) {
    const wrong = await checkCounter(counter, repair);
    if (wrong > 0) findings.push(bad(area, `${counter.name}: ${count(wrong, "wrong number")}`, repair ? "counted again" : undefined));
  }
  return findings.length > 0 ? findings : [fine(area, `states and ${counters.length + 1} kinds of numbers are what is there`)];
}

async function checkCounter(counter: Counter, repair: boolean): Promise<number> {
  const ids = await slowly((tx) => wrongRows(tx, counter));
  for (let start = 0; repair && start < ids.length; start += portion) {
    const some = ids.slice(start, start + portion);
    await inTransaction(async (tx) => {
      await tx.execute(sql`select 1 from ${counter.table} where id = any(${sql.param(some)}::bigint[]) order by id for no key update`);
      await tx.execute(sql`update ${counter.table} t set ${counter.column} = ${counter.truth} where t.id = any(${sql.param(some)}::bigint[])`);
      await recordAudit(tx, doctor, "doctor.recounted", { kind: "counter", id: counter.name }, { count: some.length });
      if (counter.page) await dropPages(tx, some.map((id) => `${counter.page}${id}`));
    });
  }
  return ids.length;
}

async function wrongRows(tx: Tx, { table, column, truth, where = sql`true` }: Counter): Promise<number[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`select t.id from ${table} t where ${where} and t.${column} <> ${truth} order by t.id`);
  return rows.map(({ id }) => Number(id));
}

async function checkStates(repair: boolean): Promise<number> {
  const ids = await slowly(async (tx) => {
    const { rows } = await tx.execute<{ id: string }>(sql`
      select threads.id from threads join (${derivedThreads(sql`true`)}) as derived on derived.id = threads.id
      where (threads.state, threads.answer_count) is distinct from (derived.state, derived.answers) order by 1`);
    return rows.map(({ id }) => Number(id));
  });
  for (let start = 0; repair && start < ids.length; start += portion) {
    const some = ids.slice(start, start + portion);
    await inTransaction(async (tx) => {
      await refreshThreads(tx, some);
      for (const id of some) await recordSearchChange(tx, "thread", id);
      await recordAudit(tx, doctor, "doctor.recounted", { kind: "counter", id: "states" }, { count: some.length });
      await dropPages(tx, ["home:en", "home:de", ...some.map((id) => `thread:${id}`)]);
    });
  }
  return ids.length;
}

/** Counting everything may take longer than a page is allowed to. */
function slowly<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return inTransaction(async (tx) => {
    await tx.execute(sql`set local statement_timeout = 0`);
    return work(tx);
  });
}

/** A notification holds 8,000 bytes. */
async function dropPages(tx: Tx, tags: string[]): Promise<void> {
  for (let start = 0; start < tags.length; start += 100) await invalidatePages(tx, ...tags.slice(start, start + 100));
}
