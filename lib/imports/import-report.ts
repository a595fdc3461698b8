import type { Tally } from "./tally";

/** Shows a step of the work; `note` says how far it is. */
export type Watch = <T>(title: string, work: (note: (text: string) => void) => Promise<T>) => Promise<T>;

export const unwatched: Watch = (_, work) => work(() => {});

export type ImportHooks = {
  watch?: Watch;
  /** Called after each batch has committed. */
  committed?: (kind: string) => void;
};

export type ImportReport = {
  source: string;
  /** Slug of the category it went to. */
  category: string;
  tally: Tally;
  /** Sums that do not match, in words; none when all is well. */
  mismatches: string[];
};
