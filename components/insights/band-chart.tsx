import { minuteScale } from "./scale";

type Point = { x: number; y: number };
type BandChartProps = {
  /** Null where there is nothing to measure. */
  low: (number | null)[];
  high: (number | null)[];
  labels: string[];
  description: string;
  format: (minutes: number) => string;
};

const TOP = 16;
const BOTTOM = 222;
const START = 56;
const END = 428;

/** Two lines with the band between them; each is told by its figure at the end. */
export function BandChart({ low, high, labels, description, format }: BandChartProps) {
  const lines = minuteScale(Math.max(...high.map((value) => value ?? 0), 20));
  const top = lines.at(-1) ?? 1;
  const y = (value: number) => BOTTOM - (value / top) * (BOTTOM - TOP);
  const x = (index: number) => START + 4 + ((END - START - 8) * index) / Math.max(1, labels.length - 1);
  const points = (values: (number | null)[]): Point[] => values.flatMap((value, index) => (value === null ? [] : [{ x: x(index), y: y(value) }]));
  const [solid, dashed] = [points(low), points(high)];
  const every = Math.max(1, Math.ceil(labels.length / 4));
  return (
    <svg className="ct" viewBox="0 0 500 250" role="img" aria-label={description}>
      {lines.map((line) => (
        <g key={line}>
          <path className="ax" d={`M${START} ${y(line)}H${END + 6}`} />
          <text x={START - 8} y={y(line) + 4} textAnchor="end">
            {format(line)}
          </text>
        </g>
      ))}
      {solid.length > 1 && <path d={`${path(dashed)}L${path([...solid].reverse()).slice(1)}Z`} fill="var(--petrol-tint)" />}
      {dashed.length > 1 && <path d={path(dashed)} fill="none" stroke="var(--chart-2)" strokeWidth="2" strokeDasharray="5 4" />}
      {solid.length > 1 && <path d={path(solid)} fill="none" stroke="var(--chart-1)" strokeWidth="2.5" />}
      <EndLabels low={{ at: solid.at(-1), value: last(low) }} high={{ at: dashed.at(-1), value: last(high) }} format={format} />
      {labels.map(
        (label, index) =>
          (labels.length - 1 - index) % every === 0 && (
            <text key={label} x={x(index)} y="242" textAnchor="middle">
              {label}
            </text>
          ),
      )}
    </svg>
  );
}

type End = { at: Point | undefined; value: number | null };

/** Kept apart where the lines end close together. */
function EndLabels({ low, high, format }: { low: End; high: End; format: (minutes: number) => string }) {
  if (!low.at || !high.at || low.value === null || high.value === null) return null;
  const gap = 18;
  const lowAt = Math.max(low.at.y, high.at.y + gap);
  return (
    <>
      <circle cx={high.at.x} cy={high.at.y} r="4" fill="var(--chart-2)" />
      <circle cx={low.at.x} cy={low.at.y} r="4" fill="var(--chart-1)" />
      <text x={high.at.x + 9} y={Math.min(high.at.y + 4, BOTTOM - gap)}>
        {format(high.value)}
      </text>
      <text x={low.at.x + 9} y={Math.min(lowAt + 4, BOTTOM + 4)} style={{ fontWeight: 650, fill: "var(--ink)" }}>
        {format(low.value)}
      </text>
    </>
  );
}

function last(values: (number | null)[]): number | null {
  return values.findLast((value) => value !== null) ?? null;
}

function path(points: Point[]): string {
  return `M${points.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L")}`;
}
