/** One hour of the week by the department's clock; Monday is 0. */
export type StaffedHour = {
  day: number;
  hour: number;
  open: boolean;
  /** Requests in such an hour, on average. */
  perHour: number;
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
  hours: StaffedHour[];
};
