import { useEffect, useState } from "react";
import { type Agent, listAgents } from "./chat-api";

/** Staff of all departments but oneself; asked for when they are wanted, and each time anew, for they come and go. */
export function useColleagues(wanted: boolean, me: number): Agent[] {
  const [agents, setAgents] = useState<Agent[]>([]);
  useEffect(() => {
    if (wanted) void listAgents().then(({ items }) => setAgents(items.filter(({ id }) => id !== me)), () => undefined);
  }, [wanted, me]);
  return agents;
}
