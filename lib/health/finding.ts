/** What the doctor found in one place. Warnings are worth knowing; what is bad loses or hides something. */
export type Finding = { area: string; state: "ok" | "warning" | "bad"; text: string; /** What was done about it. */ repaired?: string };

export const fine = (area: string, text: string): Finding => ({ area, state: "ok", text });
export const warning = (area: string, text: string, repaired?: string): Finding => ({ area, state: "warning", text, repaired });
export const bad = (area: string, text: string, repaired?: string): Finding => ({ area, state: "bad", text, repaired });

const formats = new Intl.NumberFormat("en");

/** "1 letter", "2,000 letters". */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${formats.format(number)} ${number === 1 ? one : many}`;
}

export function duration(seconds: number): string {
  if (seconds < 90) return `${Math.round(seconds)} s`;
  return seconds < 5_400 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3_600)} h`;
}
