import type { ComponentProps } from "react";
import { buttonClass, type ButtonLook } from "./button-class";
import type { IconType } from "./icon";

export type LinkButtonProps = ComponentProps<"a"> & ButtonLook & { icon?: IconType };

export function LinkButton({ look, size, wide, icon: Icon, className, children, ...rest }: LinkButtonProps) {
  return (
    <a {...rest} className={buttonClass({ look, size, wide }, className)}>
      {Icon && <Icon />}
      <span>{children}</span>
    </a>
  );
}
