const WIDTH = 66;
const HEIGHT = 22;
const GAP = 2;

/** A few bars without axes: rising or falling, at a glance; the figures are told in words. */
export function Trend({ values, description }: { values: number[]; description: string }) {
  const most = Math.max(1, ...values);
  const width = (WIDTH - GAP * (values.length - 1)) / Math.max(1, values.length);
  return (
    <svg className="trend" width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={description}>
      {values.map((value, index) => {
        const height = value === 0 ? 1 : Math.max(3, (value / most) * HEIGHT);
        return (
          <rect
            key={index}
            x={index * (width + GAP)}
            y={HEIGHT - height}
            width={width}
            height={height}
            rx="1"
            fill={value === 0 ? "var(--line-strong)" : index === values.length - 1 ? "var(--chart-1)" : "var(--chart-2)"}
          />
        );
      })}
    </svg>
  );
}
