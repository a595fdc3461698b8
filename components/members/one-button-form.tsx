"use client";

import type { ReactNode } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Button, type ButtonProps } from "@/components/ui/button";
import type { FormAction } from "@/components/ui/form-state";
import { TextInput } from "@/components/ui/text-input";

type OneButtonFormProps = {
  action: FormAction;
  locale: string;
  /** Sent along unseen. */
  fields?: Record<string, string>;
  /** One question, when the button needs an answer. */
  ask?: { name: string; type?: "password"; label: string; hint?: string; autoComplete?: string };
  label: string;
  busy: string;
  /** Said to those who only hear the button. */
  describe?: string;
  look?: ButtonProps["look"];
  size?: ButtonProps["size"];
  wide?: boolean;
  className?: string;
  children?: ReactNode;
};

/** A button that does one thing, as a form, so that it works by plain post and nothing happens by opening a page. */
export function OneButtonForm(props: OneButtonFormProps) {
  const { action, locale, fields = {}, ask, label, busy: busyText, describe, look = "pri", size, wide, className, children } = props;
  return (
    <ActionForm action={action} locale={locale} fields={fields} className={className}>
      {(state, busy) => (
        <>
          {children}
          {ask && <TextInput {...ask} defaultValue={state.values[ask.name]} error={state.errors[ask.name]} />}
          <Button type="submit" look={look} size={size} wide={wide} busy={busy && busyText} aria-label={describe}>
            {label}
          </Button>
        </>
      )}
    </ActionForm>
  );
}
