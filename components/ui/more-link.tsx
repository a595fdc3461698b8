import { LinkButton } from "./link-button";

/** Lists go on by a cursor: no page numbers, no counting. */
export function MoreLink({ href, label }: { href: string | undefined; label: string }) {
  return href ? (
    <p className="more">
      <LinkButton href={href} rel="next">
        {label}
      </LinkButton>
    </p>
  ) : null;
}
