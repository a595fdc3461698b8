export type Line = { name: string; color: string; dashed?: boolean; points: { x: number; y: number }[] };

type LineChartProps = {
  lines: Line[];
  /** Words below: at which share of the width. */
  labels: { x: number; text: string }[];
  /** A line across the height, told in words. */
  mark?: { x: number; text: string };
  /** Hairlines at these shares of the height. */
  scale: { y: number; text: string }[];
  description: string;
  /** Beside a wider one: its words are drawn larger, so that they end up alike. */
  small?: boolean;
};

const TOP = 34;
const BOTTOM = 206;
const START = 76;
const END = 590;

/** Lines over shares of width and height (0 to 1), each with a dot at its end. */
export function LineChart({ lines, labels, mark, scale, description, small }: LineChartProps) {
  const x = (share: number) => START + (END - START) * share;
  const y = (share: number) => BOTTOM - (BOTTOM - TOP) * share;
  return (
    <>
      <div className="leg">
        {lines.map(({ name, color, dashed }) => (
          <span key={name}>
            <svg width="22" height="12" aria-hidden="true">
              <path d="M1 6H21" stroke={color} strokeWidth="2.5" strokeDasharray={dashed ? "5 4" : undefined} />
            </svg>
            {name}
          </span>
        ))}
      </div>
      <svg className={small ? "ct lc sm" : "ct lc"} viewBox="0 0 620 236" role="img" aria-label={description}>
        {scale.map((line) => (
          <g key={line.text}>
            <path className="ax" d={`M${START} ${y(line.y)}H${END}`} />
            <text x={START - 8} y={y(line.y) + 4} textAnchor="end">
              {line.text}
            </text>
          </g>
        ))}
        {mark && (
          <g>
            <path d={`M${x(mark.x)} ${TOP - 4}V${BOTTOM}`} stroke="var(--ink-3)" strokeWidth="1.5" strokeDasharray="2 3" />
            <text x={x(mark.x) + (mark.x > 0.7 ? -6 : 6)} y={TOP - 12} textAnchor={mark.x > 0.7 ? "end" : "start"} style={{ fontWeight: 650, fill: "var(--ink)" }}>
              {mark.text}
            </text>
          </g>
        )}
        {lines.map(({ name, color, dashed, points }) => {
          const last = points.at(-1);
          return (
            <g key={name}>
              {points.length > 1 && (
                <path
                  d={`M${points.map((point) => `${x(point.x).toFixed(1)} ${y(point.y).toFixed(1)}`).join("L")}`}
                  fill="none"
                  stroke={color}
                  strokeWidth="2.5"
                  strokeDasharray={dashed ? "5 4" : undefined}
                />
              )}
              {last && <circle cx={x(last.x)} cy={y(last.y)} r="4" fill={color} />}
            </g>
          );
        })}
        {labels.map(({ x: at, text }) => (
          <text key={text} x={x(at)} y="230" textAnchor={at < 0.05 ? "start" : at > 0.95 ? "end" : "middle"}>
            {text}
          </text>
        ))}
      </svg>
    </>
  );
}
