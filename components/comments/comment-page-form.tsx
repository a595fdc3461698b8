"use client";

import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import type { FormAction } from "@/components/ui/form-state";
import { LinkButton } from "@/components/ui/link-button";
import { TextArea } from "@/components/ui/text-input";

type CommentPageFormProps = {
  action: FormAction;
  locale: string;
  fields: Record<string, string>;
  back: string;
  texts: Record<"label" | "send" | "busy" | "cancel", string>;
};

export function CommentPageForm({ action, locale, fields, back, texts }: CommentPageFormProps) {
  return (
    <ActionForm action={action} locale={locale} fields={fields} className="grid gap-4">
      {(state, busy) => (
        <>
          <TextArea name="body" rows={4} maxLength={2000} label={texts.label} defaultValue={state.values.body} error={state.errors.body} />
          <div className="row">
            <Button type="submit" look="pri" busy={busy && texts.busy}>
              {texts.send}
            </Button>
            <LinkButton look="ghost" href={back}>
              {texts.cancel}
            </LinkButton>
          </div>
        </>
      )}
    </ActionForm>
  );
}
