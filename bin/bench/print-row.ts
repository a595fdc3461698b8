import type { Row } from "./pages";

export function printRow(row: Row): void {
  const figure = `${row.value} ${row.unit}`.padStart(12);
  const beside = row.beside ?? (row.ratio === undefined ? "" : `${row.ratio} of bare`);
  const mark = row.ok === undefined ? " " : row.ok ? "✓" : "✗";
  const line = `${mark} ${row.what.padEnd(76)} ${figure}  ${beside.padEnd(44)} ${row.cpuMs === undefined ? "" : `${row.cpuMs} ms CPU`.padEnd(16)} ${row.p99Ms === undefined ? "" : `p99 ${row.p99Ms} ms`.padEnd(14)} ${row.reach ?? ""}`;
  console.log(line.trimEnd());
}
