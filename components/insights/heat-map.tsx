type HeatMapProps = { rows: string[]; columns: string[]; values: (number | null)[][]; description: string; format: (value: number, row: number, column: number) => string };

const CELL = { width: 45, height: 27, gapX: 3, gapY: 3 };
const START = { x: 48, y: 24 };

/** The darker, the more; every figure is written in its cell. */
export function HeatMap({ rows, columns, values, description, format }: HeatMapProps) {
  const greatest = Math.max(1, ...values.flat().map((value) => value ?? 0));
  const width = START.x + columns.length * (CELL.width + CELL.gapX) + 2;
  const height = START.y + rows.length * (CELL.height + CELL.gapY);
  return (
    <svg className="ct" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={description}>
      {columns.map((column, index) => (
        <text key={column} x={START.x + index * (CELL.width + CELL.gapX) + CELL.width / 2} y="14" textAnchor="middle">
          {column}
        </text>
      ))}
      {rows.map((row, day) => {
        const y = START.y + day * (CELL.height + CELL.gapY);
        return (
          <g key={row}>
            <text x="38" y={y + 18} textAnchor="end">
              {row}
            </text>
            {columns.map((column, index) => {
              const value = values[day]?.[index] ?? null;
              const share = value === null ? 0 : Math.max(0.07, value / greatest);
              const x = START.x + index * (CELL.width + CELL.gapX);
              return (
                <g key={column}>
                  <rect
                    x={x + 0.5}
                    y={y + 0.5}
                    width={CELL.width - 1}
                    height={CELL.height - 1}
                    rx="3"
                    fill={value === null ? "none" : `color-mix(in srgb, var(--lamp-fill) ${Math.round(share * 100)}%, var(--surface))`}
                    stroke={value === null ? "var(--line)" : "var(--lamp-line)"}
                    strokeWidth={value === null || share < 0.15 ? 1 : 0}
                  />
                  {value !== null && (
                    <text x={x + CELL.width / 2} y={y + 18} textAnchor="middle" style={{ fill: share > 0.6 ? "var(--on-lamp)" : "var(--ink)" }}>
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
