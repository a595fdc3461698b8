import type { ComponentProps } from "react";
import type { IconType } from "./icon";

export type ActionButtonProps = ComponentProps<"button"> & {
  icon: IconType;
  /** The main one of a row is framed. */
  main?: boolean;
  pressed?: boolean;
  count?: string | number;
  /** On a phone only the sign stays to be seen; the word is still read out. */
  foldable?: boolean;
};

/** "Helpful 212", "Me too", "Follow": what can be done to a post, in a row below it. */
export function ActionButton({
  icon: Icon,
  main,
  pressed,
  count,
  foldable,
  className,
  children,
  ...rest
}: ActionButtonProps) {
  const classes = ["act", main && "p", pressed && "on", className].filter(Boolean).join(" ");
  return (
    <button
      type="button"
      {...rest}
      className={classes}
      aria-pressed={pressed}
      data-m={foldable ? "" : undefined}
    >
      <Icon size={17} />
      <span>{children}</span>
      {count !== undefined && <b>{count}</b>}
    </button>
  );
}
