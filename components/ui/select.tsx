import type { ComponentProps } from "react";
import { groupBy } from "@/lib/platform/group-by";
import { Field, fieldAria, type FieldTexts } from "./field";
import { inputClass } from "./text-input";

export type SelectOption = { value: string; label: string; group?: string; disabled?: boolean };

type SelectProps = Omit<ComponentProps<"select">, "size"> &
  FieldTexts & { options: SelectOption[]; empty?: string; dense?: boolean };

export function Select({
  label,
  hint,
  error,
  optional,
  options,
  empty,
  dense,
  className,
  ...rest
}: SelectProps) {
  const id = rest.id ?? `f-${rest.name}`;
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional}>
      <select {...rest} {...fieldAria(id, { hint, error })} className={inputClass(error, dense, className)}>
        {empty !== undefined && <option value="">{empty}</option>}
        {[...groupBy(options, (option) => option.group ?? "")].map(([group, members]) =>
          group ? (
            <optgroup key={group} label={group}>
              {members.map(drawOption)}
            </optgroup>
          ) : (
            members.map(drawOption)
          ),
        )}
      </select>
    </Field>
  );
}

function drawOption({ value, label, disabled }: SelectOption) {
  return (
    <option key={value} value={value} disabled={disabled}>
      {label}
    </option>
  );
}
