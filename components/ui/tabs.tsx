export type TabItem = { href: string; label: string; current?: boolean; count?: string | number };

/** Each tab is an address of its own, so it works without script and can be sent to somebody. */
export function Tabs({ label, items }: { label: string; items: TabItem[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      {items.map(({ href, label: text, current, count }) => (
        <a key={href} href={href} aria-current={current ? "page" : undefined}>
          {text}
          {count !== undefined && <span className="c">{count}</span>}
        </a>
      ))}
    </nav>
  );
}
