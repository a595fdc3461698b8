import { scaleOf } from "./scale";

export type Series = { label: string; color: string; values: number[] };

const WIDTH = 760;
const TOP = 16;
const BOTTOM = 196;
const START = 46;

/** Drawn by hand: bars of several parts with gaps between them, hairlines behind. */
export function StackedBars({ series, labels, description, format }: { series: Series[]; labels: string[]; description: string; format: (value: number) => string }) {
  const sums = labels.map((_, index) => series.reduce((sum, { values }) => sum + (values[index] ?? 0), 0));
  const lines = scaleOf(Math.max(...sums, 4));
  const top = lines.at(-1) ?? 1;
  const slot = (WIDTH - START) / labels.length;
  const width = Math.min(56, slot * 0.66);
  const y = (value: number) => BOTTOM - (value / top) * (BOTTOM - TOP);
  const every = Math.ceil(labels.length / 7);
  return (
    <>
      <div className="leg">
        {series.map(({ label, color }) => (
          <span key={label}>
            <i style={{ background: color }} />
            {label}
          </span>
        ))}
      </div>
      <svg className="ct" viewBox={`0 0 ${WIDTH} 224`} role="img" aria-label={description}>
        {lines.map((line) => (
          <g key={line}>
            <path className="ax" d={`M40 ${y(line)}H${WIDTH}`} />
            <text x="32" y={y(line) + 4} textAnchor="end">
              {format(line)}
            </text>
          </g>
        ))}
        {labels.map((label, index) => {
          const x = START + slot * index + (slot - width) / 2;
          let below = 0;
          return (
            <g key={label}>
              {series.map(({ label: name, color, values }) => {
                const value = values[index] ?? 0;
                if (value === 0) return null;
                const bottom = y(below);
                below += value;
                return <rect key={name} x={x} width={width} y={y(below) + 0.75} height={Math.max(1, bottom - y(below) - 1.5)} fill={color} rx="1.5" />;
              })}
              {(labels.length - 1 - index) % every === 0 && (
                <text x={x + width / 2} y="216" textAnchor="middle">
                  {label}
                </text>
              )}
            </g>
          );
        })}
      </svg>
    </>
  );
}
