import type { SeedShift } from "./types";

/** `count` weekdays from `first` on (1 = Monday), with the same times. */
const days = (first: number, count: number, ...times: [from: string, to: string][]): SeedShift["weekly"] =>
  Array.from({ length: count }, (_, index) => times.map(([from, to]) => ({ day: first + index, from, to }))).flat();

/** An ordinary week: early and late on weekdays, short on Saturdays, nobody on Sundays. */
export const shifts: SeedShift[] = [
  { person: "deniz-aydin", department: "appliance-support", weekly: days(1, 5, ["07:00", "11:30"], ["12:00", "15:30"]), holidays: [["12-27", "12-30"]] },
  { person: "kim-vogel", department: "appliance-support", weekly: [...days(1, 3, ["14:00", "22:00"]), ...days(6, 1, ["09:00", "14:00"])], holidays: [["12-24", "12-26"]] },
  { person: "kim-vogel", department: "app-and-smart-home", weekly: days(4, 1, ["14:00", "20:00"]), holidays: [] },
  { person: "grace-okafor", department: "app-and-smart-home", weekly: days(1, 3, ["09:00", "17:00"]), holidays: [["12-24", "12-26"]] },
  { person: "grace-okafor", department: "appliance-support", weekly: days(4, 2, ["14:00", "22:00"]), holidays: [["12-24", "12-26"]] },
  { person: "marcus-bell", department: "app-and-smart-home", weekly: days(4, 2, ["09:00", "14:00"]), holidays: [["12-24", "01-01"]] },
  { person: "stefan-pohl", department: "orders-and-delivery", weekly: [...days(1, 5, ["08:00", "12:30"], ["13:15", "17:00"]), ...days(6, 1, ["09:00", "13:00"])], holidays: [] },
];
