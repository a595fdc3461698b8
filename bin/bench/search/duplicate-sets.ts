import { sql } from "drizzle-orm";
import { inTransaction } from "@/db/client";
import { htmlText } from "@/lib/platform/search/html-text";
import { referenceData } from "@/lib/platform/testing/reference-data";
import { bulkLoad } from "./bulk-load";
import { importCardano, type Question, stackFaq } from "./collections";

export type Draft = {
  title: string;
  /** What is told below it, where the set knows. */
  body?: string;
  /** The same question, in the community already. */
  right: Set<string>;
  /** All that people have judged; unless told, whatever is not right is wrong. */
  judged?: Set<string>;
};

export type DuplicateSet = {
  set: string;
  name: string;
  /** Brings its threads into the empty community; one half teaches, the other one judges. */
  load: () => Promise<{ learnt: Draft[]; held: Draft[] }>;
};

export const duplicateSets: DuplicateSet[] = [
  { set: "duplicates-stackfaq", name: "duplicates, stackfaq", load: loadStackFaq },
  { set: "duplicates-cardano", name: "duplicates, Cardano", load: loadCardano },
  { set: "duplicates-qatarliving", name: "duplicates, Qatar Living", load: loadQatarLiving },
];

async function loadStackFaq() {
  const questions = await stackFaq();
  return { learnt: questions("queries-train").map(draftOf), held: questions("queries-valid").map(draftOf) };
}

/** Who links to another question asked nearly the same. What is being written is not in the community yet. */
async function loadCardano() {
  const linked = await importCardano();
  const targets = new Set(linked.flatMap(({ right }) => [...right]));
  const asked = linked.filter(({ self }) => self && !targets.has(self));
  const ids = asked.map(({ self }) => Number(self?.split(":")[1]));
  const bodies = new Map<string | undefined, string>();
  await inTransaction(async (tx) => {
    const { rows } = await tx.execute<{ key: string; body: string }>(sql`select 'thread:' || id as key, body from threads where id = any(${sql.param(ids)}::bigint[])`);
    for (const { key, body } of rows) bodies.set(key, body);
    await tx.execute(sql`update threads set status = 'deleted', duplicate_of_id = null where id = any(${sql.param(ids)}::bigint[])`);
    await tx.execute(sql`insert into search_outbox (kind, doc_id) select 'thread', unnest(${sql.param(ids)}::bigint[])`);
  });
  return halves(asked.map((question) => ({ ...draftOf(question), body: bodies.get(question.self) })));
}

/** New questions, and which of ten older threads each people judged to be about the same: perfect matches and relevant ones, as the task itself counts. */
async function loadQatarLiving() {
  const xml = referenceData("semeval2016-qatarliving/SemEval2016-Task3-CQA-QL-train-part2.xml.gz")?.toString("utf8") ?? "";
  const blocks = [...xml.matchAll(/<OrgQuestion ORGQ_ID="(\w+)"[\s\S]*?<\/OrgQuestion>/g)].map(([block, id = ""]) => ({
    id,
    title: textsIn(block, "OrgQSubject")[0] ?? "",
    body: textsIn(block, "OrgQBody")[0],
    isRight: !block.includes('RELQ_RELEVANCE2ORGQ="Irrelevant"'),
    thread: { title: textsIn(block, "RelQSubject")[0] ?? "", body: textsIn(block, "RelQBody")[0] ?? "", answers: textsIn(block, "RelCText") },
  }));
  const ids = await bulkLoad("thread", "en", blocks.map(({ thread }) => thread));
  const drafts = new Map<string, Draft & { judged: Set<string> }>();
  for (const [at, { id, title, body, isRight }] of blocks.entries()) {
    const draft = drafts.get(id) ?? { title, body, right: new Set(), judged: new Set() };
    drafts.set(id, draft);
    draft.judged.add(`thread:${ids[at]}`);
    if (isRight) draft.right.add(`thread:${ids[at]}`);
  }
  return halves([...drafts.values()]);
}

function textsIn(xml: string, tag: string): string[] {
  return [...xml.matchAll(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`, "g"))].map(([, text = ""]) => htmlText(text));
}

function draftOf({ text, right }: Question): Draft {
  return { title: text, right };
}

function halves(drafts: Draft[]) {
  return { learnt: drafts.filter((_, at) => at % 2 === 0), held: drafts.filter((_, at) => at % 2 === 1) };
}
