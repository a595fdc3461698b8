export type SegmentItem = { label: string; current?: boolean; href?: string; onSelect?: () => void };

/** A few ways to look at one thing: links on a page, buttons in an island. */
export function Segment({ label, items }: { label: string; items: SegmentItem[] }) {
  return (
    <span className="seg" role="group" aria-label={label}>
      {items.map((item) =>
        item.href ? (
          <a key={item.label} href={item.href} aria-current={item.current ? "true" : undefined}>
            {item.label}
          </a>
        ) : (
          <button key={item.label} type="button" aria-pressed={item.current ?? false} onClick={item.onSelect}>
            {item.label}
          </button>
        ),
      )}
    </span>
  );
}
