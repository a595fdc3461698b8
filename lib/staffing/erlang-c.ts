/** What comes in an hour and how long a seat is taken by one, on average. */
export type Demand = { perHour: number; seatSeconds: number };

/**
 * The share of chats that is answered within `promiseSeconds` when that many seats are there all the hour (Erlang C:
 * people come by chance and nobody goes away, so whoever does makes it better than this).
 */
export function shareInTime(seats: number, { perHour, seatSeconds }: Demand, promiseSeconds: number): number {
  const load = (perHour * seatSeconds) / 3_600;
  if (load === 0) return 1;
  if (seats <= load) return 0;
  return 1 - chanceToWait(seats, load) * Math.exp((-(seats - load) * promiseSeconds) / seatSeconds);
}

/** The smallest number of agents with that many seats each that keeps the promise to that share of people. */
export function agentsFor(demand: Demand, seatsEach: number, promiseSeconds: number, share: number): number {
  const most = 1 + Math.ceil((demand.perHour * demand.seatSeconds) / 3_600) * 2 + 5;
  for (let agents = 0; agents < most; agents++) {
    if (shareInTime(agents * seatsEach, demand, promiseSeconds) >= share) return agents;
  }
  return most;
}

/** Erlang B by its recursion, which never overflows, then C from it. */
function chanceToWait(seats: number, load: number): number {
  let blocked = 1;
  for (let seat = 1; seat <= seats; seat++) blocked = (load * blocked) / (seat + load * blocked);
  return blocked / (1 - (load / seats) * (1 - blocked));
}
