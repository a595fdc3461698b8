"use client";

import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import type { FormAction } from "@/components/ui/form-state";
import { LinkButton } from "@/components/ui/link-button";

type StillSolvedFormProps = {
  action: FormAction;
  locale: string;
  fields: Record<string, string>;
  words: { yes: string; no: string; busy: string; conversation: string };
  conversationHref: string;
};

/** Yes or no, once: what was answered takes the place of both. */
export function StillSolvedForm({ action, locale, fields, words, conversationHref }: StillSolvedFormProps) {
  return (
    <ActionForm action={action} locale={locale} fields={fields} className="stack8">
      {(state, busy) =>
        state.done ? (
          <LinkButton wide href={conversationHref}>
            {words.conversation}
          </LinkButton>
        ) : (
          <>
            <Button type="submit" look="pri" wide name="solved" value="true" busy={busy && words.busy}>
              {words.yes}
            </Button>
            <Button type="submit" wide name="solved" value="false" busy={busy && words.busy}>
              {words.no}
            </Button>
          </>
        )
      }
    </ActionForm>
  );
}
