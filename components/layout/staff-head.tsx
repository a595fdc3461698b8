import type { ReactNode } from "react";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";

type StaffHeadProps = {
  title: string;
  /** The page this one belongs to. */
  above: { href: string; label: string };
  /** What may be chosen, at the right. */
  children?: ReactNode;
};

/** The head of a staff page that lies below another. */
export function StaffHead({ title, above, children }: StaffHeadProps) {
  return (
    <>
      <div className="pt-4">
        <Breadcrumbs label={above.label} items={[above]} />
      </div>
      <div className="sthead">
        <h1>{title}</h1>
        {children && <span className="grow" />}
        {children}
      </div>
    </>
  );
}
