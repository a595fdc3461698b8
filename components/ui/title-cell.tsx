import type { ReactNode } from "react";

/** The first cell of a row: what it is about, as a link, and one quiet line under it. */
export function TitleCell({ href, title, children }: { href: string; title: string; children: ReactNode }) {
  return (
    <>
      <a className="lk" href={href}>
        {title}
      </a>
      <span className="small mut block">{children}</span>
    </>
  );
}
