import type { ComponentProps } from "react";
import { Field, fieldAria, type FieldTexts } from "./field";

type TextInputProps = Omit<ComponentProps<"input">, "size"> & FieldTexts & { dense?: boolean };

export function TextInput({ label, hint, error, optional, dense, className, ...rest }: TextInputProps) {
  const id = rest.id ?? `f-${rest.name}`;
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional}>
      <input {...rest} {...fieldAria(id, { hint, error })} className={inputClass(error, dense, className)} />
    </Field>
  );
}

type TextAreaProps = ComponentProps<"textarea"> & FieldTexts;

export function TextArea({ label, hint, error, optional, className, ...rest }: TextAreaProps) {
  const id = rest.id ?? `f-${rest.name}`;
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional}>
      <textarea
        {...rest}
        {...fieldAria(id, { hint, error })}
        className={inputClass(error, false, className)}
      />
    </Field>
  );
}

export function inputClass(error?: string, dense?: boolean, more?: string): string {
  return ["in", error && "bad", dense && "d", more].filter(Boolean).join(" ");
}
