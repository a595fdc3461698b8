import type { ComponentProps } from "react";
import { buttonClass, type ButtonLook } from "./button-class";
import type { IconType } from "./icon";
import { LoaderCircle } from "./island-icons";

export type ButtonProps = ComponentProps<"button"> &
  ButtonLook & {
    icon?: IconType;
    /** Says what is going on ("Sending …"): the words give way to a sign, the width stays. */
    busy?: string | false;
    /** The key that does the same, drawn on the button. */
    keys?: string;
  };

export function Button({
  look,
  size,
  wide,
  icon: Icon,
  busy,
  keys,
  className,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={buttonClass({ look, size, wide }, className)}
      aria-busy={busy ? true : undefined}
      aria-disabled={busy ? true : rest["aria-disabled"]}
      onClick={busy ? undefined : rest.onClick}
    >
      {Icon && <Icon />}
      <span>{children}</span>
      {keys && <kbd aria-hidden="true">{keys}</kbd>}
      {busy && (
        <span className="busy">
          <LoaderCircle />
          <span className="vh">{busy}</span>
        </span>
      )}
    </button>
  );
}
