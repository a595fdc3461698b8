/** Half an hour of the week by the department's clock, as shifts begin and end; Monday is 0. */
export type StaffedHalfHour = {
  day: number;
  /** "10:30" */
  from: string;
  open: boolean;
  /** Requests in it, on average. */
  arrivals: number;
  /** Over all the weeks looked at. */
  refused: number;
  /** Median of those who got a chat. */
  waitSeconds: number | null;
  /** Agents; null while closed, or too little is known. */
  needed: number | null;
  planned: number;
};

export type StaffingView = {
  departmentId: number;
  weeks: number;
  requests: number;
  hasPlan: boolean;
  seatsEach: number;
  seatSeconds: number;
  promiseMinutes: number;
  halfHours: StaffedHalfHour[];
};
