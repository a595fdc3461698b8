type HeatMapProps = {
  rows: string[];
  columns: string[];
  values: (number | null)[][];
  description: string;
  format: (value: number, row: number, column: number) => string;
};

const CELL = { width: 45, height: 27, gapX: 3, gapY: 3 };
/** A whole day of half hours. */
const NARROW = { ...CELL, width: 26, gapX: 1 };
const MOST_WIDE = 24;
const START = { x: 48, y: 24 };

/** The darker, the more; every figure is written in its cell. */
export function HeatMap({ rows, columns, values, description, format }: HeatMapProps) {
  const greatest = Math.max(1, ...values.flat().map((value) => value ?? 0));
  const cell = columns.length > MOST_WIDE ? NARROW : CELL;
  const left = (column: number) => START.x + column * (cell.width + cell.gapX);
  const width = left(columns.length) + 2;
  const height = START.y + rows.length * (cell.height + cell.gapY);
  return (
    <svg className="ct" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={description}>
      {columns.map((column, index) => (
        <text key={index} x={left(index) + cell.width / 2} y="14" textAnchor="middle">
          {column}
        </text>
      ))}
      {rows.map((row, day) => {
        const y = START.y + day * (cell.height + cell.gapY);
        return (
          <g key={row}>
            <text x="38" y={y + 18} textAnchor="end">
              {row}
            </text>
            {columns.map((_, index) => {
              const value = values[day]?.[index] ?? null;
              const share = value === null ? 0 : Math.max(0.07, value / greatest);
              const x = left(index);
              return (
                <g key={index}>
                  <rect
                    x={x + 0.5}
                    y={y + 0.5}
                    width={cell.width - 1}
                    height={cell.height - 1}
                    rx="3"
                    fill={value === null ? "none" : `color-mix(in srgb, var(--lamp-fill) ${Math.round(share * 100)}%, var(--surface))`}
                    stroke={value === null ? "var(--line)" : "var(--lamp-line)"}
                    strokeWidth={value === null || share < 0.15 ? 1 : 0}
                  />
                  {value !== null && (
                    <text x={x + cell.width / 2} y={y + 18} textAnchor="middle" style={{ fill: share > 0.6 ? "var(--on-lamp)" : "var(--ink)" }}>
                      {format(value, day, index)}
                    </text>
                  )}
                </g>
              );
            })}
          </g>
        );
      })}
    </svg>
  );
}

/** Any narrower and its figures could not be read: then it scrolls. */
export function leastWidth(columns: number): number {
  return columns * (columns > MOST_WIDE ? 22 : 40);
}
