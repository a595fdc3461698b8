"use client";

import { Button } from "@/components/ui/button";
import { Composer } from "@/components/ui/composer";
import type { ComposerLabels } from "@/components/ui/composer-labels";
import type { FormAction } from "@/components/ui/form-state";
import { Note } from "@/components/ui/note";
import { Select, type SelectOption } from "@/components/ui/select";
import { TextArea, TextInput } from "@/components/ui/text-input";
import { useFormAction } from "@/components/ui/use-form-action";
import { TextDiff } from "./text-diff";

type Texts = Record<
  | "title"
  | "summary"
  | "summaryHint"
  | "body"
  | "locale"
  | "category"
  | "duration"
  | "durationHint"
  | "scope"
  | "scopeHint"
  | "tools"
  | "toolsHint"
  | "save"
  | "busy"
  | "theirs"
  | "theirsHint"
  | "added"
  | "removed"
  | "same"
  | "nothing",
  string
>;

type ArticleFormProps = {
  action: FormAction;
  locale: string;
  /** Absent for a new one. */
  id?: number;
  version?: number;
  article: { title: string; summary: string; body: string; locale: string; category: string; durationMinutes: number | null; scope: string; tools: string[] };
  categories: SelectOption[];
  labels: ComposerLabels;
  draftKey?: string;
  texts: Texts;
};

/** Writes a guide. When somebody else was faster both texts are shown, and nothing typed is lost. */
export function ArticleForm({ action, locale, id, version, article, categories, labels, draftKey, texts }: ArticleFormProps) {
  const { state, send, busy, ref } = useFormAction(action);
  const { values, errors } = state;
  const category = values.category ?? article.category;
  const language = values.language ?? article.locale;
  return (
    <form ref={ref} action={send} noValidate>
      <input type="hidden" name="locale" value={locale} />
      {id && <input type="hidden" name="id" value={id} />}
      {version && <input type="hidden" name="version" value={values.theirVersion ?? version} />}
      {state.problem && (
        <Note kind="bad" live>
          {state.problem}
        </Note>
      )}
      {values.theirBody !== undefined && (
        <section aria-labelledby="theirs" className="grid gap-2">
          <h2 id="theirs" className="text-[17px]/6">
            {texts.theirs}
          </h2>
          <p className="mut2">{texts.theirsHint}</p>
          <TextDiff before={`${values.theirTitle}\n\n${values.theirBody}`} after={`${values.title}\n\n${values.body}`} texts={texts} />
        </section>
      )}
      <TextInput name="title" label={texts.title} maxLength={160} defaultValue={values.title ?? article.title} error={errors.title} />
      <TextArea
        name="summary"
        rows={2}
        maxLength={400}
        label={texts.summary}
        hint={texts.summaryHint}
        defaultValue={values.summary ?? article.summary}
        error={errors.summary}
        style={{ minBlockSize: "64px" }}
      />
      <Composer
        id="body"
        name="body"
        label={texts.body}
        labels={labels}
        article
        rows={18}
        draftKey={draftKey}
        defaultValue={values.body ?? article.body}
        error={errors.body}
      />
      <div className="fgrid">
        {!id && (
          <Select
            key={`l${language}`}
            name="language"
            label={texts.locale}
            options={[
              { value: "de", label: "Deutsch" },
              { value: "en", label: "English" },
            ]}
            defaultValue={language}
          />
        )}
        <Select key={`c${category}`} name="category" label={texts.category} options={categories} empty="" defaultValue={category} error={errors.category} />
        <TextInput
          name="durationMinutes"
          inputMode="numeric"
          label={texts.duration}
          hint={texts.durationHint}
          defaultValue={values.durationMinutes ?? article.durationMinutes ?? ""}
          error={errors.durationMinutes}
        />
      </div>
      <TextInput name="scope" maxLength={200} label={texts.scope} hint={texts.scopeHint} defaultValue={values.scope ?? article.scope} error={errors.scope} />
      <TextArea
        name="tools"
        rows={3}
        label={texts.tools}
        hint={texts.toolsHint}
        defaultValue={values.tools ?? article.tools.join("\n")}
        error={errors.tools ?? Object.entries(errors).find(([field]) => field.startsWith("tools."))?.[1]}
      />
      <div>
        <Button type="submit" look="pri" busy={busy && texts.busy}>
          {texts.save}
        </Button>
      </div>
    </form>
  );
}
