/** A view as it is after travelling as JSON: instants are ISO strings. */
export type Jsoned<T> = T extends Date
  ? string
  : T extends (infer Item)[]
    ? Jsoned<Item>[]
    : T extends object
      ? { [Key in keyof T]: Jsoned<T[Key]> }
      : T;

/** What a page hands to an island is then the same as what REST answers later. */
export function jsoned<T>(view: T): Jsoned<T> {
  return JSON.parse(JSON.stringify(view)) as Jsoned<T>;
}
