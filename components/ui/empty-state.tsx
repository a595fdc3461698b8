import type { ReactNode } from "react";
import type { IconType } from "./icon";

/** Nothing here: says why and offers the next useful act. */
export function EmptyState({
  icon: Icon,
  title,
  text,
  children,
}: {
  icon?: IconType;
  title: string;
  text?: string;
  children?: ReactNode;
}) {
  return (
    <div className="empty py-10">
      {Icon && (
        <span className="ic">
          <Icon size={28} />
        </span>
      )}
      <h2>{title}</h2>
      {text && <p className="mut2">{text}</p>}
      {children && <div className="row mt-3 flex-wrap">{children}</div>}
    </div>
  );
}
