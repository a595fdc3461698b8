import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { eq, sql } from "drizzle-orm";
import { db, kept } from "@/db/client";
import { memberEventCounters } from "@/db/schema";
import { type Actor, visitor } from "@/lib/members/actor";
import { canHearTopic } from "./can-hear-topic";
import { actorFromRequest } from "@/lib/platform/auth/actor-from-request";
import { hashSecret } from "@/lib/platform/auth/secret-token";
import { sessionTokenFrom } from "@/lib/platform/auth/session-cookies";
import type { LiveEvent } from "@/lib/platform/events";
import { singleton } from "@/lib/platform/singleton";
import { commonHeaders } from "./security-headers";

/**
 * Open streams (Server-Sent Events). A member's log in the database is the truth: a wake-up, and every POLL_MS,
 * makes the stream read on from its cursor, in one query for all that were woken. Topics are passing news to
 * everybody who looks at the same public thing. A stream ends by itself after LIFE_MS, which re-checks rights.
 */
const BEAT_MS = 15_000;
const POLL_MS = 5_000;
const LIFE_MS = 10 * 60_000;
const BACKLOG_LIMIT = 256 * 1024;
/** How many streams are looked after in one query, and how many of its events each gets from it. */
const TOGETHER = 100;
const BATCH = 100;

type Stream = {
  res: ServerResponse;
  memberId: number | null;
  /** What the stream was opened with: asked again when the member's rights may have changed. */
  credentials: IncomingHttpHeaders;
  sessionHash: string | null;
  role: string;
  /** Number of the last event told; null until the stream has begun. */
  cursor: number | null;
  topics: string[];
  endsAt: number;
};

const hub = singleton("streams", () => ({
  all: new Set<Stream>(),
  byMember: new Map<number, Set<Stream>>(),
  byTopic: new Map<string, Set<Stream>>(),
  /** Those with news, perhaps. */
  woken: new Set<Stream>(),
  reading: false,
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
    cursor: null,
    topics: allowed,
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
  if (notice.member !== undefined) for (const stream of hub.byMember.get(notice.member) ?? []) wake(stream);
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
    wake(stream);
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
  wake(stream);
}

function wake(stream: Stream): void {
  hub.woken.add(stream);
  if (!hub.reading) void readOn();
}

/** One look into the log for all who were woken; those woken meanwhile have the next. */
async function readOn(): Promise<void> {
  hub.reading = true;
  try {
    while (hub.woken.size > 0) {
      const streams = [...hub.woken].slice(0, TOGETHER);
      for (const stream of streams) hub.woken.delete(stream);
      await readLogs(streams.filter((stream) => hub.all.has(stream) && stream.cursor !== null));
    }
  } catch {
    // The next wake-up or poll reads from the same cursors.
  } finally {
    hub.reading = false;
  }
}

async function readLogs(streams: Stream[]): Promise<void> {
  if (streams.length === 0) return;
  const members = sql.param(streams.map(({ memberId }) => memberId));
  const cursors = sql.param(streams.map(({ cursor }) => cursor));
  const { rows } = await db.execute<{ place: number; seq: number; nth: number; event: LiveEvent }>(sql`${kept}
    select reader.place::int, log.*
    from unnest(${members}::bigint[], ${cursors}::int[]) with ordinality as reader (member_id, cursor, place)
    cross join lateral (
      select seq, (row_number() over (order by seq))::int as nth, event from member_events
      where member_id = reader.member_id and seq > reader.cursor order by seq limit ${BATCH}
    ) as log
    order by reader.place, log.seq`);
  for (const { place, seq, nth, event } of rows) {
    const stream = streams[place - 1];
    if (!stream) continue;
    stream.cursor = seq;
    write(stream, `id: ${seq}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
    if (nth === BATCH) hub.woken.add(stream);
  }
}

/** Nothing when the stream has ended meanwhile: written after its end it would take the process along. */
function write(stream: Stream, frame: string): void {
  if (!hub.all.has(stream)) return;
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
      wake(stream);
    }
  }
}

function remove(stream: Stream): void {
  hub.all.delete(stream);
  hub.woken.delete(stream);
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
