import { Fragment } from "react";

export function Breadcrumbs({ label, items }: { label: string; items: { href: string; label: string }[] }) {
  return (
    <nav className="crumbs" aria-label={label}>
      {items.map((item, index) => (
        <Fragment key={item.href}>
          {index > 0 && <span aria-hidden="true">/</span>}
          <a href={item.href}>{item.label}</a>
        </Fragment>
      ))}
    </nav>
  );
}
