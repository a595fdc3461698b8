import type { ReactNode } from "react";
import { ArrowDownRight, ArrowUpRight } from "./icons";

export type TileProps = {
  label: string;
  figure: string;
  unit?: string;
  /** One comparison; good or bad is said by the words, the colour only repeats it. */
  comparison?: string;
  direction?: "up" | "down";
  verdict?: "good" | "bad";
  href?: string;
};

/** Goes into <dl className="tiles">. */
export function Tile({ label, figure, unit, comparison, direction, verdict, href }: TileProps) {
  const tone = verdict === "good" ? " up" : verdict === "bad" ? " dn" : "";
  return (
    <div className="tile">
      <dt>{linked(href, label)}</dt>
      <dd>
        {figure} {unit && <small>{unit}</small>}
      </dd>
      {comparison && (
        <dd className={`d${tone}`}>
          {direction === "up" && <ArrowUpRight size={15} />}
          {direction === "down" && <ArrowDownRight size={15} />}
          {comparison}
        </dd>
      )}
    </div>
  );
}

function linked(href: string | undefined, children: ReactNode): ReactNode {
  return href ? (
    <a className="hover:underline" href={href}>
      {children}
    </a>
  ) : (
    children
  );
}
