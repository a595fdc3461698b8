import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { and, asc, eq, gt, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { memberEventCounters, memberEvents } from "@/db/schema";
import { type Actor, visitor } from "@/lib/members/actor";
import { canHearTopic } from "./can-hear-topic";
import { actorFromRequest } from "@/lib/platform/auth/actor-from-request";
import { hashSecret } from "@/lib/platform/auth/secret-token";
import { sessionTokenFrom } from "@/lib/platform/auth/session-cookies";
import type { LiveEvent } from "@/lib/platform/events";
import { singleton } from "@/lib/platform/singleton";
import { commonHeaders } from "./security-headers";

/**
 * Open streams (Server-Sent Events). A member's log in the database is the truth: a wake-up, and
 * every POLL_MS, makes the stream read on from its cursor. Topics are passing news to everybody
 * who looks at the same public thing. A stream ends by itself after LIFE_MS, which re-checks rights.
 */
const BEAT_MS = 15_000;
const POLL_MS = 5_000;
const LIFE_MS = 10 * 60_000;
const BACKLOG_LIMIT = 256 * 1024;
const BATCH = 200;

type Stream = {
  res: ServerResponse;
  memberId: number | null;
  /** What the stream was opened with: asked again when the member's rights may have changed. */
  credentials: IncomingHttpHeaders;
  sessionHash: string | null;
  role: string;
  cursor: number;
  topics: string[];
  reading: boolean;
  again: boolean;
  endsAt: number;
};

const hub = singleton("streams", () => ({
  all: new Set<Stream>(),
  byMember: new Map<number, Set<Stream>>(),
  byTopic: new Map<string, Set<Stream>>(),
  beat: undefined as NodeJS.Timeout | undefined,
  ticks: 0,
}));

export async function openStream(req: IncomingMessage, res: ServerResponse): Promise<void> {
  const query = new URL(req.url ?? "/", "http://internal").searchParams;
  const actor: Actor = await actorFromRequest(req.headers).catch(() => visitor);
  const topics = (query.get("topics") ?? "").split(",").filter((topic) => /^[a-z]+:\d+$/.test(topic)).slice(0, 8);
  const allowed: string[] = [];
  for (const topic of topics) if (await canHearTopic(actor, topic)) allowed.push(topic);
  const token = req.headers.authorization === undefined ? sessionTokenFrom(req.headers.cookie) : undefined;
  const stream: Stream = {
    res,
    memberId: actor.kind === "member" ? actor.id : null,
    credentials: { authorization: req.headers.authorization, cookie: req.headers.cookie },
    sessionHash: token ? hashSecret(token) : null,
    role: roleOf(actor),
    cursor: 0,
    topics: allowed,
    reading: false,
    again: false,
    endsAt: Date.now() + LIFE_MS,
  };
  if (res.destroyed) return;
  res.writeHead(200, {
    ...commonHeaders,
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store, no-transform",
    "x-accel-buffering": "no",
  });
  res.socket?.setNoDelay(true);
  res.write("retry: 2000\n\n");
  // Subscribe first, then read the log: nothing can fall between.
  add(stream);
  res.on("close", () => remove(stream));
  if (stream.memberId !== null) {
    const asked = req.headers["last-event-id"] ?? query.get("cursor");
    await start(stream, stream.memberId, typeof asked === "string" && /^\d{1,9}$/.test(asked) ? Number(asked) : null);
  }
}

/** A wake-up from the database's channel. */
export function hearEvent(payload: string): void {
  const notice = JSON.parse(payload) as { member?: number; topic?: string; event?: LiveEvent };
  if (notice.member !== undefined) for (const stream of hub.byMember.get(notice.member) ?? []) void readOn(stream);
  if (notice.topic !== undefined && notice.event) {
    const frame = `event: ${notice.event.type}\ndata: ${JSON.stringify({ topic: notice.topic, ...notice.event })}\n\n`;
    for (const stream of hub.byTopic.get(notice.topic) ?? []) write(stream, frame);
  }
}

/** A notice of changed pages: sessions that ended take their streams along, changed rights are asked for again. */
export function hearRevocation(payload: string): void {
  const { tags = [] } = JSON.parse(payload) as { tags?: string[] };
  for (const tag of tags) {
    const [kind, key] = tag.split(":", 2);
    if (kind === "session") for (const stream of hub.all) if (stream.sessionHash === key) end(stream);
    if (kind === "member-session") for (const stream of hub.byMember.get(Number(key)) ?? []) void recheck(stream);
  }
}

/** Ends the stream unless it still belongs to the same member in the same role. */
async function recheck(stream: Stream): Promise<void> {
  const actor = await actorFromRequest(stream.credentials).catch(() => null);
  if (!actor || actor.kind !== "member" || actor.id !== stream.memberId || roleOf(actor) !== stream.role) end(stream);
}

function roleOf(actor: Actor): string {
  return actor.kind === "member" ? `${actor.role} ${actor.departments.join()}` : actor.kind;
}

export function endAllStreams(): void {
  for (const stream of hub.all) {
    stream.res.write("retry: 1000\n\n");
    end(stream);
  }
  clearInterval(hub.beat);
  hub.beat = undefined;
}

/** Reads every member stream again, with its rights: after the listener was away. */
export async function wakeAllStreams(): Promise<void> {
  for (const stream of [...hub.all]) {
    if (stream.memberId === null) continue;
    await recheck(stream);
    void readOn(stream);
  }
}

async function start(stream: Stream, memberId: number, asked: number | null): Promise<void> {
  const [row] = await db
    .select({ last: memberEventCounters.lastSeq, first: sql<number | null>`(select min(seq) from member_events where member_id = ${memberId})` })
    .from(memberEventCounters)
    .where(eq(memberEventCounters.memberId, memberId));
  const last = row?.last ?? 0;
  if (asked === null) {
    stream.cursor = last;
    write(stream, `id: ${last}\nevent: hello\ndata: {"cursor":${last}}\n\n`);
  } else if (asked > last || (asked < last && asked + 1 < (row?.first ?? last + 1))) {
    stream.cursor = last;
    write(stream, `id: ${last}\nevent: reset\ndata: {"cursor":${last}}\n\n`);
  } else {
    stream.cursor = asked;
    write(stream, `event: hello\ndata: {"cursor":${asked}}\n\n`);
  }
  await readOn(stream);
}

async function readOn(stream: Stream): Promise<void> {
  if (stream.memberId === null || !hub.all.has(stream)) return;
  if (stream.reading) {
    stream.again = true;
    return;
  }
  stream.reading = true;
  try {
    do {
      stream.again = false;
      const rows = await db
        .select({ seq: memberEvents.seq, event: memberEvents.event })
        .from(memberEvents)
        .where(and(eq(memberEvents.memberId, stream.memberId), gt(memberEvents.seq, stream.cursor)))
        .orderBy(asc(memberEvents.seq))
        .limit(BATCH);
      for (const row of rows) {
        const event = row.event as LiveEvent;
        stream.cursor = row.seq;
        write(stream, `id: ${row.seq}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
      }
      if (rows.length === BATCH) stream.again = true;
    } while (stream.again && !stream.res.destroyed);
  } catch {
    // The next wake-up or poll reads from the same cursor.
  } finally {
    stream.reading = false;
  }
}

function write(stream: Stream, frame: string): void {
  if (stream.res.destroyed) return;
  if (stream.res.writableLength > BACKLOG_LIMIT) return end(stream);
  stream.res.write(frame);
}

function end(stream: Stream): void {
  remove(stream);
  stream.res.end();
}

function add(stream: Stream): void {
  hub.all.add(stream);
  if (stream.memberId !== null) put(hub.byMember, stream.memberId, stream);
  for (const topic of stream.topics) put(hub.byTopic, topic, stream);
  hub.beat ??= setInterval(beat, POLL_MS);
  hub.beat.unref();
}

function beat(): void {
  hub.ticks += 1;
  const time = Date.now();
  for (const stream of hub.all) {
    if (time > stream.endsAt) end(stream);
    else {
      if ((hub.ticks * POLL_MS) % BEAT_MS === 0) write(stream, ": still here\n\n");
      void readOn(stream);
    }
  }
}

function remove(stream: Stream): void {
  hub.all.delete(stream);
  if (stream.memberId !== null) take(hub.byMember, stream.memberId, stream);
  for (const topic of stream.topics) take(hub.byTopic, topic, stream);
}

function put<K>(map: Map<K, Set<Stream>>, key: K, stream: Stream): void {
  const set = map.get(key);
  if (set) set.add(stream);
  else map.set(key, new Set([stream]));
}

function take<K>(map: Map<K, Set<Stream>>, key: K, stream: Stream): void {
  const set = map.get(key);
  set?.delete(stream);
  if (set?.size === 0) map.delete(key);
}
