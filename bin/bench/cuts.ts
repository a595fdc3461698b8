import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { gunzipSync } from "node:zlib";
import { sql } from "drizzle-orm";
import { closeDatabase, db } from "@/db/client";
import { migrateDatabase } from "@/db/migrate";
import { categories, conversations, departments, threads } from "@/db/schema";
import { createAccessToken } from "@/lib/members/create-access-token";
import { startPostgres } from "../lib/postgres.mjs";
import { ChatPerson } from "./chat-person";
import { startFaultProxy } from "./fault-proxy";
import { makePerson } from "./fill";
import { percentile } from "./load";
import type { Row } from "./pages";
import { type Site, startSite } from "./site";

const VISITORS = 200;
const AGENTS = 20;
const SECONDS = 60;
/** Each visitor writes this often, give or take half of it; an agent answers every other time. */
const PACE_MS = 6_000;
const HEALING_MS = 60_000;
/** A connection that was made while app or database were being killed tells nothing of the network. */
const AFTERMATH_MS = 5_000;

type Kill = { from: number; until: number };

/**
 * Two hundred visitors and twenty agents write for a minute over a network that cuts every connection after one to
 * five seconds, while the app and the database are killed at moments nobody chose. Nothing may be lost or doubled.
 */
export async function measureCuts(tell: (line: string) => void): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "kundig-cuts-"));
  const dataDir = join(folder, "postgres");
  const before = process.env.DATABASE_URL;
  let postgres = await startPostgres({ dataDir });
  process.env.DATABASE_URL = postgres.url;
  await closeDatabase();
  await migrateDatabase(postgres.url);
  let site: Site = await startSite(postgres.url);
  const proxy = await startFaultProxy();
  proxy.aim(Number(new URL(site.url).port));
  const people = await seatPeople(proxy.url, tell);
  const kills: Kill[] = [];
  const during = async (work: () => Promise<void>) => {
    const kill = { from: Date.now(), until: Infinity };
    kills.push(kill);
    await work();
    kill.until = Date.now();
  };
  try {
    const end = Date.now() + SECONDS * 1_000;
    const talking = Promise.all(
      people.visitors.map((visitor, index) =>
        talk(visitor, people.chats[index] ?? 0, people.sentences, index, end),
      ),
    );
    await sleep((10 + Math.random() * 15) * 1_000);
    tell("killing the app");
    await during(async () => {
      const gone = new Promise((done) => site.child.once("exit", done));
      site.child.kill("SIGKILL");
      await gone;
      site = await startSite(postgres.url);
      proxy.aim(Number(new URL(site.url).port));
    });
    await sleep((5 + Math.random() * 8) * 1_000);
    tell("killing the database");
    await during(async () => {
      process.kill(-postgres.pid, "SIGKILL");
      postgres = await startPostgres({ dataDir });
      await until(async () => (await fetch(`${site.url}/readyz`)).ok);
    });
    await talking;
    proxy.heal();
    const all = [...people.visitors, ...people.agents];
    await until(
      async () => all.every(({ unsent }) => unsent === 0) && (await differences(people)).missing === 0,
      HEALING_MS,
    );
    return rowsOf(all, await differences(people), kills, proxy.cuts());
  } finally {
    for (const person of [...people.visitors, ...people.agents]) person.stop();
    proxy.close();
    await site.stop();
    await closeDatabase();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
    process.env.DATABASE_URL = before;
  }
}

type People = {
  visitors: ChatPerson[];
  agents: ChatPerson[];
  chats: number[];
  sentences: string[];
};

async function seatPeople(url: string, tell: (line: string) => void): Promise<People> {
  const calendar = { zone: "Europe/Berlin", weekly: [], exceptions: [] };
  const [department] = await db
    .insert(departments)
    .values({
      slug: "support",
      nameEn: "Support",
      nameDe: "Kundendienst",
      calendar,
    })
    .returning({ id: departments.id });
  const [category] = await db
    .insert(categories)
    .values({
      slug: "washing",
      nameEn: "Washing",
      nameDe: "Waschen",
      departmentId: department?.id,
    })
    .returning({ id: categories.id });
  if (!department || !category) throw new Error("no department");
  const staff = await Promise.all(
    Array.from({ length: AGENTS }, (_, index) => makePerson(`agent-${index}`, "agent")),
  );
  const visitors: ChatPerson[] = [];
  const chats: number[] = [];
  for (let index = 0; index < VISITORS; index++) {
    const asker = await makePerson(`visitor-${index}`, "member");
    const words = {
      title: `Question ${index}`,
      slug: `question-${index}`,
      body: "It hums.",
      bodyHtml: "<p>It hums.</p>",
      locale: "en" as const,
    };
    const [thread] = await db
      .insert(threads)
      .values({ categoryId: category.id, authorId: asker.id, ...words })
      .returning({ id: threads.id });
    const [chat] = await db
      .insert(conversations)
      .values({
        threadId: thread?.id ?? 0,
        askerId: asker.id,
        departmentId: department.id,
        agentId: staff[index % AGENTS]?.id,
        state: "active",
        packet: {},
        fence: 1,
        acceptedAt: new Date(),
      })
      .returning({ id: conversations.id });
    chats.push(chat?.id ?? 0);
    visitors.push(
      new ChatPerson(url, (await createAccessToken(asker, { name: "cuts" })).token, asker.id, [
        chat?.id ?? 0,
      ]),
    );
  }
  const agents: ChatPerson[] = [];
  for (const [index, agent] of staff.entries()) {
    const mine = chats.filter((_, at) => at % AGENTS === index);
    const person: ChatPerson = new ChatPerson(
      url,
      (await createAccessToken(agent, { name: "cuts" })).token,
      agent.id,
      mine,
      ({ conversationId, authorId, seq }) => {
        if (authorId !== agent.id && seq % 2 === 0)
          person.write(conversationId, `Answer ${conversationId}.${seq}`);
      },
    );
    agents.push(person);
  }
  return { visitors, agents, chats, sentences: readSentences(tell) };
}

/** What real visitors wrote, where the collection is at hand. */
function readSentences(tell: (line: string) => void): string[] {
  const folder = resolve("../shared/data/multidogo");
  if (!existsSync(folder)) {
    tell("multidogo is not there: visitors say sentences of our own");
    return [
      "It does not drain.",
      "I cleaned the filter twice.",
      "The display shows E18.",
      "It began yesterday.",
    ];
  }
  const lines = gunzipSync(readFileSync(join(folder, "software.tsv.gz")))
    .toString("utf8")
    .split("\n")
    .slice(1);
  return lines.map((line) => line.split("\t")[3]?.trim() ?? "").filter((sentence) => sentence.length > 1);
}

async function talk(
  visitor: ChatPerson,
  chat: number,
  sentences: string[],
  index: number,
  end: number,
): Promise<void> {
  await sleep(Math.random() * PACE_MS);
  for (let turn = 0; Date.now() < end; turn++) {
    const sentence = sentences[(index * 37 + turn) % sentences.length] ?? "";
    visitor.write(chat, `${chat}.${turn}: ${sentence}`);
    await sleep(PACE_MS * (0.5 + Math.random()));
  }
}

type Differences = {
  lost: number;
  doubled: number;
  disordered: number;
  missing: number;
  written: number;
};

/** What was written, what is stored, and what each screen shows, against each other. */
async function differences({ visitors, agents, chats }: People): Promise<Differences> {
  const { rows } = await db.execute<{
    conversation_id: string;
    seq: number;
    body: string;
  }>(sql`select conversation_id, seq, body from messages where kind = 'text' order by conversation_id, seq`);
  const stored = new Map(chats.map((id) => [id, rows.filter((row) => Number(row.conversation_id) === id)]));
  const result = { lost: 0, doubled: 0, disordered: 0, missing: 0, written: 0 };
  for (const person of [...visitors, ...agents]) {
    result.written += person.written.length;
    for (const { conversationId, body } of person.written) {
      const found = stored.get(conversationId)?.filter((row) => row.body === body).length ?? 0;
      if (found === 0) result.lost += 1;
      if (found > 1) result.doubled += 1;
    }
  }
  for (const [index, chat] of chats.entries()) {
    const log = stored.get(chat) ?? [];
    const visitor = visitors[index];
    const own = visitor?.written.map(({ body }) => body) ?? [];
    const turns = log.map(({ body }) => own.indexOf(body)).filter((turn) => turn >= 0);
    if (turns.some((turn, at) => at > 0 && turn < (turns[at - 1] ?? 0))) result.disordered += 1;
    for (const person of [visitor, agents[index % AGENTS]])
      result.missing += log.filter(({ seq, body }) => person?.shown.get(chat)?.get(seq) !== body).length;
  }
  return result;
}

function rowsOf(
  all: ChatPerson[],
  { lost, doubled, disordered, missing, written }: Differences,
  kills: Kill[],
  cuts: number,
): Row[] {
  const gaps = all.flatMap((person) => person.gaps);
  const byNetwork = gaps
    .filter(({ at, ms }) => !kills.some(({ from, until }) => at > from && at - ms < until + AFTERMATH_MS))
    .map(({ ms }) => ms);
  const refused = all.reduce((sum, person) => sum + person.refused.length, 0);
  const p99 = Math.round(percentile(byNetwork, 0.99));
  const p50 = Math.round(percentile(byNetwork, 0.5));
  return [
    {
      what: `${cuts} cuts, app and database killed: messages of ${written} lost`,
      value: lost,
      unit: "",
      reach: "0",
      ok: lost === 0 && written > VISITORS,
    },
    {
      what: "doubled",
      value: doubled,
      unit: "",
      reach: "0",
      ok: doubled === 0,
    },
    {
      what: "chats out of order",
      value: disordered,
      unit: "",
      reach: "0",
      ok: disordered === 0,
    },
    {
      what: "not on a screen at the end",
      value: missing,
      unit: "",
      reach: "0",
      ok: missing === 0,
    },
    {
      what: "refused",
      value: refused,
      unit: "",
      reach: "0",
      ok: refused === 0,
    },
    {
      what: "heard again after a cut, p99",
      value: p99,
      unit: "ms",
      reach: "≤ 3,000 ms",
      ok: p99 <= 3_000,
    },
    { what: "heard again after a cut, p50", value: p50, unit: "ms" },
  ];
}

async function until(what: () => Promise<boolean>, withinMs = HEALING_MS): Promise<void> {
  for (const end = Date.now() + withinMs; Date.now() < end; await sleep(250))
    if (await what().catch(() => false)) return;
}
