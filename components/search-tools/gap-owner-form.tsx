"use client";

import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import type { FormAction } from "@/components/ui/form-state";

type GapOwnerFormProps = {
  action: FormAction;
  locale: string;
  gapId: number;
  lang: string;
  ownerId: number | null;
  owners: { id: number; name: string }[];
  words: { owner: string; nobody: string; give: string; saving: string };
};

/** Who writes what is missing. */
export function GapOwnerForm({ action, locale, gapId, lang, ownerId, owners, words }: GapOwnerFormProps) {
  const id = `owner-${gapId}`;
  return (
    <ActionForm action={action} locale={locale} fields={{ id: gapId, in: lang }} className="flex flex-wrap gap-2 items-center">
      {(state, busy) => (
        <>
          <label htmlFor={id} className="small mut2">
            {words.owner}
          </label>
          <select id={id} name="ownerId" className="in d" style={{ inlineSize: "auto" }} defaultValue={state.values.ownerId ?? ownerId ?? ""}>
            <option value="">{words.nobody}</option>
            {owners.map((owner) => (
              <option key={owner.id} value={owner.id}>
                {owner.name}
              </option>
            ))}
          </select>
          <Button type="submit" look="sec" size="d" busy={busy && words.saving}>
            {words.give}
          </Button>
        </>
      )}
    </ActionForm>
  );
}
