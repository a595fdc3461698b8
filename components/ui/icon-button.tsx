import type { ComponentProps } from "react";
import type { IconType } from "./icon";

export function IconButton({
  icon: Icon,
  label,
  size,
  className = "",
  ...rest
}: ComponentProps<"button"> & { icon: IconType; label: string; size?: number }) {
  return (
    <button type="button" {...rest} className={`iact ${className}`.trim()} aria-label={label} title={label}>
      <Icon size={size} />
    </button>
  );
}
