import type { FormState } from "@/components/ui/form-state";
import { TextInput } from "@/components/ui/text-input";

type EmailFieldProps = { state: FormState; label: string; placeholder: string };

/** The address is also the name that password keepers know somebody by. */
export function EmailField({ state, label, placeholder }: EmailFieldProps) {
  return (
    <TextInput
      name="email"
      type="email"
      label={label}
      placeholder={placeholder}
      autoComplete="username"
      defaultValue={state.values.email}
      error={state.errors.email}
    />
  );
}

type NewPasswordFieldProps = { state: FormState; label: string; hint: string };

export function NewPasswordField({ state, label, hint }: NewPasswordFieldProps) {
  return <TextInput name="password" type="password" label={label} hint={hint} autoComplete="new-password" error={state.errors.password} />;
}
