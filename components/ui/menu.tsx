import type { ComponentProps, ReactNode } from "react";
import type { IconType } from "./icon";

type MenuProps = {
  /** What the button is called; `trigger` is what it looks like. */
  label: string;
  trigger: ReactNode;
  triggerClass?: string;
  className?: string;
  children: ReactNode;
};

/**
 * A <details>, so it opens without script. Escape, the arrow keys and a click elsewhere are seen to for
 * all menus of a page at once by components/layout/page-keys.tsx.
 */
export function Menu({ label, trigger, triggerClass = "iact", className = "", children }: MenuProps) {
  return (
    <details className={`mn ${className}`.trim()}>
      <summary className={triggerClass} aria-label={label} title={label}>
        {trigger}
      </summary>
      <ul className="menu">{children}</ul>
    </details>
  );
}

type MenuItemProps = {
  icon?: IconType;
  keys?: string;
  danger?: boolean;
  cut?: boolean;
  children: ReactNode;
} & (
  { href: string; hrefLang?: string } | ({ href?: undefined } & Omit<ComponentProps<"button">, "children">)
);

export function MenuItem({ icon: Icon, keys, danger, cut, children, ...rest }: MenuItemProps) {
  const inside = (
    <>
      {Icon && <Icon />}
      {children}
      {keys && <span className="kb">{keys}</span>}
    </>
  );
  const className = danger ? "dng" : undefined;
  return (
    <li className={cut ? "cut" : undefined}>
      {rest.href !== undefined ? (
        <a {...rest} className={className}>
          {inside}
        </a>
      ) : (
        <button type="button" {...rest} className={className}>
          {inside}
        </button>
      )}
    </li>
  );
}
