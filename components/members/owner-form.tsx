"use client";

import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import type { FormAction } from "@/components/ui/form-state";

type OwnerFormProps = {
  action: FormAction;
  locale: string;
  /** What is given, sent along unseen. */
  fields: Record<string, string | number> & { id: number };
  ownerId: number | null;
  owners: { id: number; name: string }[];
  /** Without `nobody` it must be somebody. */
  words: { owner: string; nobody?: string; give: string; saving: string };
  /** The label is only heard. */
  bare?: boolean;
};

/** Whose something is. */
export function OwnerForm({ action, locale, fields, ownerId, owners, words, bare }: OwnerFormProps) {
  const id = `owner-${fields.id}`;
  return (
    <ActionForm action={action} locale={locale} fields={fields} className={bare ? "flex gap-2 items-center" : "flex flex-wrap gap-2 items-center"}>
      {(state, busy) => (
        <>
          <label htmlFor={id} className={bare ? "vh" : "small mut2"}>
            {words.owner}
          </label>
          <select
            id={id}
            name="ownerId"
            className="in d"
            style={{ inlineSize: "auto" }}
            defaultValue={state.values.ownerId ?? ownerId ?? ""}
          >
            {(words.nobody || ownerId === null) && <option value="">{words.nobody ?? "–"}</option>}
            {owners.map((owner) => (
              <option key={owner.id} value={owner.id}>
                {owner.name}
              </option>
            ))}
          </select>
          <Button type="submit" look="sec" size="d" busy={busy && words.saving}>
            {words.give}
          </Button>
          {state.errors.ownerId && (
            <p className="err" role="alert">
              {state.errors.ownerId}
            </p>
          )}
        </>
      )}
    </ActionForm>
  );
}
