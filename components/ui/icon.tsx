import type { ReactElement } from "react";

export type IconProps = { size?: number; className?: string };
export type IconType = (props: IconProps) => ReactElement;

/** Makes the component of one line drawing on a 24 by 24 grid. */
export function icon(lines: string): IconType {
  return function Icon({ size = 18, className = "" }: IconProps) {
    return (
      <svg
        className={className ? `i ${className}` : "i"}
        width={size}
        height={size}
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
        dangerouslySetInnerHTML={{ __html: lines }}
      />
    );
  };
}
