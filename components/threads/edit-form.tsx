"use client";

import { Button } from "@/components/ui/button";
import { Composer } from "@/components/ui/composer";
import type { ComposerLabels } from "@/components/ui/composer-labels";
import type { FormAction } from "@/components/ui/form-state";
import { LinkButton } from "@/components/ui/link-button";
import { Note } from "@/components/ui/note";
import { TextArea, TextInput } from "@/components/ui/text-input";
import { useFormAction } from "@/components/ui/use-form-action";

export type EditFormTexts = Record<
  "title" | "body" | "tags" | "tagsHint" | "tried" | "triedHint" | "optional" | "save" | "saving" | "cancel" | "conflict" | "theirs" | "keepMine",
  string
>;

type EditFormProps = {
  action: FormAction;
  locale: string;
  kind: "threads" | "answers" | "comments";
  id: number;
  version: number;
  thread: { id: number; slug: string };
  /** Of a thread only. */
  about?: { title: string; tags: string; tried: string; facts: { label: string; value: string }[] };
  body: string;
  back: string;
  labels: ComposerLabels;
  texts: EditFormTexts;
};

/** Words to change; what somebody else changed meanwhile is shown below them. */
export function EditForm({ action, locale, kind, id, version, thread, about, body, back, labels, texts }: EditFormProps) {
  const { state, send, busy, ref } = useFormAction(action);
  const { values, errors } = state;
  const { theirs } = values;
  return (
    <form ref={ref} action={send} className="askf" noValidate>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="threadId" value={thread.id} />
      <input type="hidden" name="slug" value={thread.slug} />
      <input type="hidden" name="version" value={values.version ?? version} />
      {state.problem && (
        <Note kind="bad" live>
          {state.problem}
        </Note>
      )}
      {theirs !== undefined && (
        <Note kind="warn" live>
          {texts.conflict}
        </Note>
      )}
      {about && <TextInput name="title" label={texts.title} maxLength={160} defaultValue={values.title ?? about.title} error={errors.title} />}
      <Composer id="f-body" label={texts.body} labels={labels} draftKey={`edit-${kind}-${id}`} defaultValue={values.body ?? body} error={errors.body} rows={8} />
      {about && (
        <>
          {about.facts.length > 0 && (
            <div className="three">
              {about.facts.map(({ label, value }) => (
                <TextInput key={label} name={`fact:${label}`} id={`fact-${label}`} label={label} maxLength={120} defaultValue={values[`fact:${label}`] ?? value} />
              ))}
            </div>
          )}
          <TextArea name="tried" label={texts.tried} hint={texts.triedHint} optional={texts.optional} rows={3} defaultValue={values.tried ?? about.tried} error={errors.tried} />
          <TextInput name="tags" label={texts.tags} hint={texts.tagsHint} optional={texts.optional} autoComplete="off" defaultValue={values.tags ?? about.tags} error={errors.tags} />
        </>
      )}
      <div className="send">
        <LinkButton look="ghost" href={back}>
          {texts.cancel}
        </LinkButton>
        <span className="grow" />
        <Button type="submit" look="pri" busy={busy && texts.saving}>
          {theirs === undefined ? texts.save : texts.keepMine}
        </Button>
      </div>
      {theirs !== undefined && (
        <section>
          <h2>{texts.theirs}</h2>
          <pre className="theirs">{theirs}</pre>
        </section>
      )}
    </form>
  );
}
