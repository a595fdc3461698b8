import type { ReactNode } from "react";
import type { IconType } from "./icon";

/** Nothing here: says why and offers the next useful act. */
export function EmptyState({
  icon: Icon,
  title,
  text,
  heading: Heading = "h2",
  children,
}: {
  icon?: IconType;
  title: string;
  text?: string;
  /** h1 where nothing else heads the page. */
  heading?: "h1" | "h2";
  children?: ReactNode;
}) {
  return (
    <div className="empty py-10">
      {Icon && (
        <span className="ic">
          <Icon size={28} />
        </span>
      )}
      <Heading>{title}</Heading>
      {text && <p className="mut2">{text}</p>}
      {children && <div className="row mt-3 flex-wrap">{children}</div>}
    </div>
  );
}
