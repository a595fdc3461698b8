"use client";

import { useRef, useState } from "react";
import { refreshOverlay } from "@/components/layout/overlay";
import { ApiError, apiFetch, errorText } from "@/components/ui/api";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { sendFile } from "@/components/ui/send-file";
import { toast } from "@/components/ui/toast";

type AvatarFieldProps = {
  id: number;
  name: string;
  staff: boolean;
  fileId: string | null;
  texts: Record<"label" | "hint" | "choose" | "remove" | "saved" | "removed" | "undo" | "busy" | "offline", string>;
};

/** The picture beside one's name: shown at once, removed with a way back. */
export function AvatarField({ id, name, staff, fileId, texts }: AvatarFieldProps) {
  const [shown, setShown] = useState(fileId);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const picker = useRef<HTMLInputElement>(null);

  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    setProblem("");
    try {
      await work();
      void refreshOverlay().catch(() => undefined);
    } catch (error) {
      setProblem((error instanceof ApiError && error.fields.file) || errorText(error, texts.offline));
    } finally {
      setBusy(false);
    }
  };
  const choose = (next: string | null, said: string) =>
    attempt(async () => {
      const { before } = await apiFetch<{ before: string | null }>("/me/avatar", { method: "PUT", body: { fileId: next } });
      setShown(next);
      toast(said, before ? { undo: () => void choose(before, texts.saved), undoLabel: texts.undo } : {});
    });
  const upload = (file: File) =>
    attempt(async () => {
      const stored = await sendFile<{ id: string }>("/files?square=true", file);
      await choose(stored.id, texts.saved);
    });

  return (
    <div className="field avf">
      <span className="lab">{texts.label}</span>
      <div className="row">
        <Avatar id={id} name={name} staff={staff} url={shown && `/files/${shown}`} />
        <Button size="d" busy={busy && texts.busy} onClick={() => picker.current?.click()}>
          {texts.choose}
        </Button>
        {shown && (
          <Button size="d" look="ghost" disabled={busy} onClick={() => void choose(null, texts.removed)}>
            {texts.remove}
          </Button>
        )}
        <input
          ref={picker}
          type="file"
          hidden
          accept="image/png,image/jpeg,image/webp,image/gif,image/avif"
          aria-label={texts.choose}
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            if (file) void upload(file);
            event.currentTarget.value = "";
          }}
        />
      </div>
      {problem ? (
        <p className="err" role="alert">
          {problem}
        </p>
      ) : (
        <p className="hint">{texts.hint}</p>
      )}
    </div>
  );
}
