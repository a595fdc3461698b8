"use server";

import { formLocale, runForm, setCookies } from "@/app/run-form";
import { sentDraftCookie } from "@/app/sent-draft-cookie";
import type { FormState } from "@/components/ui/form-state";
import { editAnswer } from "@/lib/answers/edit-answer";
import { editComment } from "@/lib/comments/edit-comment";
import { currentActor } from "@/lib/platform/auth/current-actor";
import { Conflict } from "@/lib/platform/errors";
import { href } from "@/lib/platform/i18n/locale";
import { editThread } from "@/lib/threads/edit-thread";

type Fields = Record<string, string>;

export async function editAction(_state: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async (fields) => {
    const { kind = "", threadId = "", slug = "" } = fields;
    const id = Number(fields.id);
    try {
      const changed = await save(kind, id, fields);
      await setCookies([sentDraftCookie(`edit-${kind}-${id}`)]);
      const anchor = kind === "threads" ? "" : `#${kind === "answers" ? "answer" : "comment"}-${id}`;
      // The query makes it another address than the one left, so that the page is really loaded again.
      return { goTo: `${href(formLocale(form), `/t/${threadId}/${encodeURIComponent(changed.slug ?? slug)}`)}?edited=${id}${anchor}` };
    } catch (error) {
      const current = error instanceof Conflict ? (error.extra.current as { title?: string; body: string; version: number } | undefined) : undefined;
      if (!current) throw error;
      // What was typed stays; sent once more it is meant to replace what stands there now.
      const theirs = [current.title, current.body].filter(Boolean).join("\n\n");
      return { values: { ...fields, version: String(current.version), theirs } };
    }
  });
}

async function save(kind: string, id: number, { title, body, tags, version, ...rest }: Fields): Promise<{ slug?: string }> {
  const actor = await currentActor();
  if (kind === "comments") return editComment(actor, { id, body }).then(() => ({}));
  if (kind === "answers") return editAnswer(actor, { id, body, version: Number(version) }).then(() => ({}));
  return editThread(actor, {
    id,
    title,
    body,
    version: Number(version),
    tags: (tags ?? "").split(",").map((name) => name.trim()).filter(Boolean),
    tried: (rest.tried ?? "").split("\n").map((step) => step.trim()).filter(Boolean),
    facts: factsOf(rest),
  });
}

/** Fields "fact:Appliance"; one that was emptied is gone. */
function factsOf(fields: Fields): { label: string; value: string }[] {
  return Object.entries(fields).flatMap(([name, value]) => (name.startsWith("fact:") && value.trim() ? [{ label: name.slice(5), value: value.trim() }] : []));
}
