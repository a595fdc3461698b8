export type Seat = { kind: "chat" | "call" | "async"; paused?: boolean };

const weights = { chat: 1, call: 3, async: 0.2 };

/**
 * What an agent's open work weighs in seats. Of the chats whose customer fell silent only one counts half:
 * when they all wake at once the agent is half a seat over at most.
 */
export function seatLoad(seats: readonly Seat[]): number {
  const full = seats.reduce((sum, { kind }) => sum + weights[kind], 0);
  return seats.some(({ kind, paused }) => kind === "chat" && paused) ? full - 0.5 : full;
}
