import { type SQL, sql } from "drizzle-orm";
import { agentPresence } from "@/db/schema";
import { now } from "@/lib/platform/clock";

/** Whether an agent takes chats now or by themselves soon, in a living browser: condition on agent_presence. */
export function takesChats(): SQL {
  const { state, wrapUpUntil, leaseUntil } = agentPresence;
  return sql`(${state} = 'online' or ${state} = 'wrap_up' and ${wrapUpUntil} is not null) and ${leaseUntil} > ${now().toISOString()}::timestamptz`;
}
