import type { ReactNode } from "react";
import type { IconType } from "./icon";
import { CircleAlert, Info, ShieldAlert, TriangleAlert } from "./island-icons";

const kinds = {
  info: { className: "note", icon: Info },
  warn: { className: "note warn", icon: TriangleAlert },
  bad: { className: "note bad", icon: CircleAlert },
  mod: { className: "note mod", icon: ShieldAlert },
} satisfies Record<string, { className: string; icon: IconType }>;

type NoteProps = { kind?: keyof typeof kinds; icon?: IconType; live?: boolean; children: ReactNode };

/** A box in the text. Yellow is never a warning: caution is ink on sunken. */
export function Note({ kind = "info", icon, live, children }: NoteProps) {
  const Icon = icon ?? kinds[kind].icon;
  return (
    <div className={kinds[kind].className} role={live ? (kind === "bad" ? "alert" : "status") : undefined}>
      <Icon size={20} />
      <div>{children}</div>
    </div>
  );
}
