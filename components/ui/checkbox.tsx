import type { ComponentProps, ReactNode } from "react";
import { FieldNotes, fieldAria } from "./field";

type CheckboxProps = Omit<ComponentProps<"input">, "type"> & {
  label: ReactNode;
  hint?: string;
  error?: string;
  type?: "checkbox" | "radio";
};

export function Checkbox({ label, hint, error, type = "checkbox", ...rest }: CheckboxProps) {
  const id = rest.id ?? `f-${rest.name}${type === "radio" ? `-${rest.value}` : ""}`;
  return (
    <label className="check" htmlFor={id}>
      <input {...rest} type={type} {...fieldAria(id, { hint, error })} />
      <span>{label}</span>
      <FieldNotes id={id} hint={hint} error={error} />
    </label>
  );
}
