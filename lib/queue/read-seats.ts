import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { now } from "@/lib/platform/clock";
import { takesChats } from "@/lib/presence/takes-chats";
import { liveCorrection, trimmedSeatTime } from "./estimate-wait";

export type Seats = { departmentId: number; seats: number; freeSeats: number; waiting: number };

/** Seats of those who are really there (their lease alive), and how many wait. Who is in a wrap-up that ends by itself has seats, but none is free. */
export async function readSeats(tx: Pick<Tx, "execute">): Promise<Map<number, Seats>> {
  const { rows } = await tx.execute<Record<"id" | "seats" | "free" | "waiting", string>>(sql`
    select departments.id,
      coalesce(sum(agent_presence.capacity), 0) as seats,
      coalesce(sum(greatest(agent_presence.capacity - agent_presence.load, 0)) filter (where agent_presence.state = 'online'), 0) as free,
      (select count(*) from queue_entries where department_id = departments.id and state = 'waiting') as waiting
    from departments
    left join department_members on department_members.department_id = departments.id
    left join agent_presence on agent_presence.member_id = department_members.member_id and ${takesChats()}
    group by departments.id`);
  return new Map(
    rows.map(({ id, seats, free, waiting }) => [
      Number(id),
      { departmentId: Number(id), seats: Number(seats), freeSeats: Number(free), waiting: Number(waiting) },
    ]),
  );
}

const FORTNIGHT_MS = 14 * 86_400_000;
const TEN_MINUTES_MS = 600_000;

/** How long a seat is taken here, and how fast seats come free just now against that. */
export async function readPace(
  tx: Pick<Tx, "execute">,
  { departmentId, seats }: { departmentId: number; seats: number },
): Promise<{ meanSeatSeconds: number; correction: number }> {
  const taken = await readSeatTimes(tx, departmentId);
  const meanSeatSeconds = trimmedSeatTime(taken.map(({ seconds }) => seconds).reverse());
  const expected = (seats * TEN_MINUTES_MS) / 1000 / meanSeatSeconds;
  const observed = taken.filter(({ justNow }) => justNow).length;
  return { meanSeatSeconds, correction: taken.length < 20 ? 1 : liveCorrection(observed, expected) };
}

/** How long each of the last hundred chats of a fortnight took here, the latest first. */
export async function readSeatTimes(tx: Pick<Tx, "execute">, departmentId: number): Promise<{ seconds: number; justNow: boolean }[]> {
  const time = now().getTime();
  const { rows } = await tx.execute<{ seconds: string; ago: string }>(sql`
    select extract(epoch from closed_at - accepted_at) as seconds,
      ${new Date(time).toISOString()}::timestamptz - closed_at < interval '10 minutes' as ago
    from conversations
    where department_id = ${departmentId} and accepted_at is not null and choice = 'chat'
      and closed_at > ${new Date(time - FORTNIGHT_MS).toISOString()}::timestamptz
    order by closed_at desc limit 100`);
  return rows.map(({ seconds, ago }) => ({ seconds: Number(seconds), justNow: String(ago) === "true" }));
}
