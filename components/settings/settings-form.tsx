"use client";

import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import type { FormAction, FormState } from "@/components/ui/form-state";
import { Note } from "@/components/ui/note";
import { Select, type SelectOption } from "@/components/ui/select";
import { TextArea, TextInput } from "@/components/ui/text-input";
import { useFormAction } from "@/components/ui/use-form-action";
import { type Undo, useUndo } from "./use-undo";

type Named = { name: string; label: string; hint?: string };
export type SettingsField =
  | ({ kind: "text"; value: string; type?: string; inputMode?: "numeric"; maxLength?: number } & Named)
  | ({ kind: "area"; value: string; rows?: number; maxLength?: number } & Named)
  | ({ kind: "select"; value: string; options: SelectOption[]; empty?: string } & Named)
  | ({ kind: "check"; checked: boolean } & Named)
  /** Several boxes of one name. */
  | { kind: "checks"; name: string; label: string; options: { value: string; label: string; checked: boolean }[] }
  | { kind: "group"; name: string; label: string; hint?: string; fields: SettingsField[] };

type SettingsFormProps = {
  action: FormAction;
  locale: string;
  hidden?: Record<string, string>;
  fields: SettingsField[];
  submit: string;
  /** Beside another one on the page. */
  second?: boolean;
  busy: string;
  /** For what only changes: saving can be taken back. */
  undo?: Undo;
};

/** A plain form of labelled fields; what is wrong stands beside the field, what was typed stays. */
export function SettingsForm({ action, locale, hidden = {}, fields, submit, second, busy: busyText, undo }: SettingsFormProps) {
  const form = useFormAction(action);
  const { state, send, busy, ref } = form;
  useUndo(undo, form);
  return (
    <form ref={ref} action={send} noValidate>
      <input type="hidden" name="locale" value={locale} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {(state.problem ?? state.errors.form) && (
        <Note kind="bad" live>
          {state.problem ?? state.errors.form}
        </Note>
      )}
      {fields.map((field) => (
        <FieldOf key={field.name} field={field} state={state} />
      ))}
      <div>
        <Button type="submit" look={second ? "sec" : "pri"} busy={busy && busyText}>
          {submit}
        </Button>
      </div>
    </form>
  );
}

function FieldOf({ field, state }: { field: SettingsField; state: FormState }) {
  const { values, errors } = state;
  const wasSent = "locale" in values;
  switch (field.kind) {
    case "text": {
      const { kind: _, value, ...rest } = field;
      return <TextInput {...rest} defaultValue={values[field.name] ?? value} error={errors[field.name]} />;
    }
    case "area": {
      const { kind: _, value, ...rest } = field;
      return <TextArea {...rest} defaultValue={values[field.name] ?? value} error={errors[field.name]} />;
    }
    case "select": {
      const { kind: _, value, ...rest } = field;
      const chosen = values[field.name] ?? value;
      return <Select key={chosen} {...rest} defaultValue={chosen} error={errors[field.name]} />;
    }
    case "check":
      return (
        <Checkbox
          name={field.name}
          label={field.label}
          hint={field.hint}
          defaultChecked={wasSent ? values[field.name] === "on" : field.checked}
          error={errors[field.name]}
        />
      );
    case "checks":
      return (
        <fieldset>
          <legend>{field.label}</legend>
          <div className="fgrid">
            {field.options.map(({ value, label, checked }) => (
              <Checkbox
                key={value}
                id={`f-${field.name}-${value}`}
                name={field.name}
                value={value}
                label={label}
                defaultChecked={wasSent ? (values[field.name] ?? "").split(",").includes(value) : checked}
              />
            ))}
          </div>
          {errors[field.name] && (
            <p className="err mt-1" role="alert">
              {errors[field.name]}
            </p>
          )}
        </fieldset>
      );
    case "group":
      return (
        <fieldset>
          <legend>{field.label}</legend>
          {field.hint && <p className="hint mb-2">{field.hint}</p>}
          <div className="fgrid">
            {field.fields.map((inner) => (
              <FieldOf key={inner.name} field={inner} state={state} />
            ))}
          </div>
        </fieldset>
      );
  }
}
