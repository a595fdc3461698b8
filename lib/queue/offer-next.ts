import { and, eq, sql } from "drizzle-orm";
import { inTransaction, type Tx } from "@/db/client";
import { conversations, offers, queueEntries } from "@/db/schema";
import { loadDepartments } from "@/lib/departments/load-departments";
import { now } from "@/lib/platform/clock";
import { publishToMembers, publishToTopic } from "@/lib/platform/events";
import { queueOrder } from "./queue-order";
import { type ReadAgent, readAgents } from "./read-agents";
import { eligible, fallbackChain, pickAgent, type RoutingItem } from "./routing";

/** An offer is believed in for so long without a sign that a screen has shown it. */
const UNSEEN_MS = 6_000;
const ROUND_PAUSE_MS = 15_000;
/** Waiting conversations looked at in one go: enough to pass those whom nobody may take just now. */
const BATCH = 50;

/**
 * Offers what waits in a department to the agents who may take it, until either runs out. One routing at a time
 * for each department (advisory lock); rows that an act holds at this moment are left for the next time.
 */
export async function offerNext(departmentId: number): Promise<number> {
  return inTransaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(7340120, ${departmentId}::int)`);
    const waiting = await lockWaiting(tx, departmentId);
    if (waiting.length === 0) return 0;
    const helpers = await readHelpers(tx, departmentId);
    const agents = await readAgents(tx, [departmentId, ...helpers]);
    let made = 0;
    for (const entry of waiting) {
      const takers = agents.filter((agent) => mayTake(agent, entry));
      const item = itemOf(entry, { departmentId, helpers }, takers);
      const agent = await reserveAgent(tx, takers, item);
      if (agent) {
        await makeOffer(tx, entry, agent);
        made += 1;
      } else if (isRoundOver(takers, item)) {
        await startRound(tx, entry);
      }
    }
    if (made > 0) await publishToTopic(tx, `department:${departmentId}`, { type: "queue.changed" });
    return made;
  });
}

type Waiting = {
  id: string;
  conversation_id: string;
  round: number;
  enqueued_at: string;
  locale: "en" | "de";
  offered_to: string[];
  previous_agent: string | null;
  skills: string[];
  /** Of a transfer: who has it until then, and who alone or with what knowledge may take it. */
  from_id: string | null;
  only_agent: string | null;
  only_skill: string | null;
};

async function lockWaiting(tx: Tx, departmentId: number): Promise<Waiting[]> {
  const time = sql`${now().toISOString()}::timestamptz`;
  const { rows } = await tx.execute<Waiting>(sql`
    select queue_entries.id, queue_entries.conversation_id, queue_entries.round, queue_entries.enqueued_at, threads.locale,
      array(select agent_id from offers where queue_entry_id = queue_entries.id and round = queue_entries.round) as offered_to,
      (select actor_id from conversation_events where conversation_id = conversations.id and type = 'accepted'
        order by id desc limit 1) as previous_agent,
      conversations.skills, transfers.from_id, transfers.agent_id as only_agent, transfers.skill as only_skill
    from queue_entries
    join conversations on conversations.id = queue_entries.conversation_id
    join threads on threads.id = conversations.thread_id
    left join transfers on transfers.conversation_id = conversations.id and transfers.state = 'open'
    where queue_entries.department_id = ${departmentId} and queue_entries.state = 'waiting'
      and (conversations.state = 'queued' or transfers.id is not null)
      and (queue_entries.not_before is null or queue_entries.not_before <= ${time})
    order by ${queueOrder()}
    limit ${BATCH}
    for no key update of conversations, queue_entries skip locked`);
  return rows;
}

/** Which departments help out, the nearest first. */
async function readHelpers(tx: Tx, departmentId: number): Promise<number[]> {
  const helped = (await loadDepartments(tx)).flatMap(({ id, service: { helpedBy } }) => (helpedBy === null ? [] : [[id, helpedBy] as const]));
  return fallbackChain(departmentId, new Map(helped));
}

const languageSkills = { en: "english", de: "german" };

function mayTake({ id, skills }: ReadAgent, { from_id, only_agent, only_skill }: Waiting): boolean {
  if (only_agent !== null) return id === Number(only_agent);
  return id !== Number(from_id) && (only_skill === null || skills.includes(only_skill));
}

/** The question's language is preferred, where anybody there has said to have it. */
function itemOf(entry: Waiting, { departmentId, helpers }: { departmentId: number; helpers: number[] }, agents: readonly ReadAgent[]): RoutingItem {
  const language = languageSkills[entry.locale];
  const isSpoken = agents.some(({ departmentIds, skills }) => departmentIds.includes(departmentId) && skills.includes(language));
  return {
    departmentId,
    fallbackDepartmentIds: helpers,
    requiredSkills: entry.skills,
    preferredSkills: isSpoken ? [language] : [],
    weight: 1,
    enqueuedAt: new Date(entry.enqueued_at),
    offeredTo: entry.offered_to.map(Number),
    previousAgentId: entry.previous_agent === null ? null : Number(entry.previous_agent),
  };
}

/** The guarded update is what keeps capacity, whatever other departments give the same agent meanwhile. */
async function reserveAgent(tx: Tx, agents: ReadAgent[], item: RoutingItem): Promise<ReadAgent | null> {
  for (;;) {
    const agent = pickAgent(agents, item, now());
    if (!agent) return null;
    const time = sql`${now().toISOString()}::timestamptz`;
    const { rowCount } = await tx.execute(sql`
      update agent_presence set load = load + 1, last_assigned_at = ${time}
      where member_id = ${agent.id} and state = 'online' and lease_until > ${time} and load + 1 <= capacity`);
    if (rowCount === 1) {
      agent.load += 1;
      agent.recentOffers += 1;
      agent.lastAssignedAt = now();
      return agent;
    }
    agent.load = agent.capacity;
  }
}

async function makeOffer(tx: Tx, entry: Waiting, agent: ReadAgent): Promise<void> {
  const conversationId = Number(entry.conversation_id);
  const offeredAt = now();
  const expiresAt = new Date(offeredAt.getTime() + UNSEEN_MS);
  const [offer] = await tx
    .insert(offers)
    .values({ queueEntryId: Number(entry.id), conversationId, agentId: agent.id, round: entry.round, offeredAt, expiresAt })
    .returning({ id: offers.id });
  await tx.update(queueEntries).set({ state: "offered" }).where(eq(queueEntries.id, Number(entry.id)));
  await tx
    .update(conversations)
    .set({ state: "offered" })
    .where(and(eq(conversations.id, conversationId), eq(conversations.state, "queued")));
  await publishToMembers(tx, [agent.id], { type: "offer.opened", offerId: offer?.id, conversationId, expiresAt });
}

/** Everybody who is there and may take it at all has had this offer in this round. */
function isRoundOver(agents: readonly ReadAgent[], item: RoutingItem): boolean {
  if (item.offeredTo.length === 0) return false;
  const unasked = agents.filter(({ id }) => !item.offeredTo.includes(id));
  return !unasked.some((agent) => eligible({ ...agent, load: 0, startingShift: false }, { ...item, preferredSkills: [] }, now()));
}

async function startRound(tx: Tx, entry: Waiting): Promise<void> {
  const notBefore = new Date(now().getTime() + ROUND_PAUSE_MS);
  await tx
    .update(queueEntries)
    .set({ round: entry.round + 1, notBefore })
    .where(eq(queueEntries.id, Number(entry.id)));
}
