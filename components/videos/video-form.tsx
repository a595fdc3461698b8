"use client";

import { useRef, useState, type FormEvent } from "react";
import { ApiError, type FieldErrors } from "@/components/ui/api";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Note } from "@/components/ui/note";
import { TextInput } from "@/components/ui/text-input";
import { videoLimits } from "@/lib/videos/input";
import { saveVideo } from "./save-video";

export type VideoTexts = Record<
  "title" | "file" | "fileAgain" | "fileHint" | "tooLarge" | "noFile" | "captionsHint" | "captionsKept" | "silent" | "save" | "busy" | "sending" | "failed",
  string
> & { captions: Record<"de" | "en", string> };

type Language = "de" | "en";
const languages: Language[] = ["de", "en"];
type VideoFormProps = { articleId: number; video?: { id: number; title: string; silent: boolean; hasFile: boolean; captions: Language[] }; texts: VideoTexts };

/** Adds a video, or changes one. What is written is kept first, so that a large file that breaks off loses nothing. */
export function VideoForm({ articleId, video, texts }: VideoFormProps) {
  const [errors, setErrors] = useState<FieldErrors>({});
  const [problem, setProblem] = useState("");
  const [percent, setPercent] = useState<number | null>(null);
  const saved = useRef(video?.id);
  const name = `v${video?.id ?? ""}`;
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const [file, ...captions] = [given.get("file"), ...languages.map((language) => given.get(language))].map(chosen);
    setProblem("");
    setErrors({});
    if (!file && !video?.hasFile) return setErrors({ file: texts.noFile });
    if (file && file.size > videoLimits.bytes) return setErrors({ file: texts.tooLarge });
    setPercent(0);
    try {
      const words = { title: String(given.get("title")), silent: given.get("silent") === "on", captions: await textsOf(captions) };
      await saveVideo({ articleId, id: saved.current, words, file, kept: (id) => (saved.current = id), sent: setPercent });
      location.hash = "videos";
      location.reload();
    } catch (error) {
      setPercent(null);
      const fields = error instanceof ApiError ? error.fields : {};
      setErrors(fields);
      if (Object.keys(fields).length === 0) setProblem(error instanceof ApiError ? error.message : texts.failed);
    }
  };
  return (
    <form className="vform" onSubmit={(event) => void submit(event)} noValidate>
      {(problem || errors.captions) && (
        <Note kind="bad" live>
          {problem || errors.captions}
        </Note>
      )}
      <TextInput id={`${name}-title`} name="title" label={texts.title} maxLength={120} defaultValue={video?.title} error={errors.title} />
      <TextInput
        id={`${name}-file`}
        name="file"
        type="file"
        accept="video/mp4,video/webm,.mp4,.m4v,.webm"
        label={video?.hasFile ? texts.fileAgain : texts.file}
        hint={texts.fileHint}
        error={errors.file}
      />
      <div className="fgrid">
        {languages.map((language) => (
          <TextInput
            key={language}
            id={`${name}-${language}`}
            name={language}
            type="file"
            accept=".vtt,text/vtt"
            label={texts.captions[language]}
            hint={video?.captions.includes(language) ? texts.captionsKept : texts.captionsHint}
            error={errors[`captions.${language}`]}
          />
        ))}
      </div>
      <Checkbox id={`${name}-silent`} name="silent" label={texts.silent} defaultChecked={video?.silent} />
      {percent !== null && (
        <div role="status">
          <progress max={100} value={percent} aria-label={texts.busy} />
          <p className="small mut2">{texts.sending.replace("{percent}", String(percent))}</p>
        </div>
      )}
      <div>
        <Button type="submit" look="sec" busy={percent !== null && texts.busy}>
          {texts.save}
        </Button>
      </div>
    </form>
  );
}

/** A field in which nothing was chosen holds an empty file. */
function chosen(value: FormDataEntryValue | null): File | undefined {
  return value instanceof File && value.size > 0 ? value : undefined;
}

async function textsOf(captions: (File | undefined)[]): Promise<Partial<Record<Language, string>>> {
  const read: Partial<Record<Language, string>> = {};
  for (const [place, language] of languages.entries()) {
    const file = captions[place];
    if (file) read[language] = await file.text();
  }
  return read;
}
