const usual = {
  /** After how long the second engine starts beside the first, and how long that may take at all. */
  headStart: 100,
  firstEngine: 250,
  /** To learn what a query means. */
  meaning: 200,
  /** For what is near in meaning: it has been waiting to learn what the words mean. */
  nearest: 100,
};

/** How long a search waits for whom it asks beside the database (ms). */
export const patience = { ...usual };

/** Tests of what is found wait so long: they must not depend on what else the machine does. Null is as usual. */
export function setPatience(ms: number | null): void {
  Object.assign(patience, ms === null ? usual : { headStart: ms, firstEngine: ms, meaning: ms, nearest: ms });
}
