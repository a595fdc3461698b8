import type { Places } from "./rank";

/** Finds these terms in the text form of a tsvector: one search for all of them, far cheaper than having the database take each vector apart. */
export function placeFinder(terms: string[]): (vector: string) => Places[] {
  // Terms hold only letters and digits, behind "~" at most: no quote stands within one.
  const sought = new RegExp(`'(${terms.map((term) => term.replace(/[^\p{L}\p{N}]/gu, "\\$&")).join("|")})':`, "g");
  return (vector) => {
    const found: Places[] = [];
    sought.lastIndex = 0;
    for (let match = sought.exec(vector); match; match = sought.exec(vector)) found.push(placesAt(vector, sought.lastIndex, match[1] ?? ""));
    return found;
  };
}

/** "1A,14B,20": the lowest weight, that of tags, is not written. */
function placesAt(vector: string, from: number, term: string): Places {
  const positions: number[] = [];
  const weights: string[] = [];
  for (let at = from; at === from || vector[at - 1] === ","; at++) {
    let position = 0;
    for (; isDigit(vector.charCodeAt(at)); at++) position = position * 10 + vector.charCodeAt(at) - 0x30;
    const isWritten = at < vector.length && vector.charCodeAt(at) >= 0x41;
    positions.push(position);
    weights.push(isWritten ? vector.charAt(at++) : "D");
  }
  return { term, positions, weights };
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
