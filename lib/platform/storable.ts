/** Whether Postgres can hold every text in `value`: it takes neither NUL nor half of a surrogate pair. */
export function isStorable(value: unknown): boolean {
  const waiting = [value];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next === "string") {
      if (/[\0\p{Surrogate}]/u.test(next)) return false;
    } else if (Array.isArray(next)) {
      for (const item of next) waiting.push(item);
    } else if (typeof next === "object" && next !== null && !(next instanceof Date)) {
      for (const [key, item] of Object.entries(next)) waiting.push(key, item);
    }
  }
  return true;
}
