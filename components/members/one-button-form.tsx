"use client";

import type { ReactNode } from "react";
import { Button, type ButtonProps } from "@/components/ui/button";
import type { FormAction } from "@/components/ui/form-state";
import { Note } from "@/components/ui/note";
import { TextInput } from "@/components/ui/text-input";
import { useFormAction } from "@/components/ui/use-form-action";

type OneButtonFormProps = {
  action: FormAction;
  locale: string;
  /** Sent along unseen. */
  fields?: Record<string, string>;
  /** One question, when the button needs an answer. */
  ask?: { name: string; label: string; hint?: string; autoComplete?: string };
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
  const { state, send, busy, ref } = useFormAction(action);
  return (
    <form ref={ref} action={send} className={className} noValidate>
      <input type="hidden" name="locale" value={locale} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      {state.problem && (
        <Note kind="bad" live>
          {state.problem}
        </Note>
      )}
      {state.done && <Note live>{state.done}</Note>}
      {ask && <TextInput {...ask} defaultValue={state.values[ask.name]} error={state.errors[ask.name]} />}
      <Button type="submit" look={look} size={size} wide={wide} busy={busy && busyText} aria-label={describe}>
        {label}
      </Button>
    </form>
  );
}
