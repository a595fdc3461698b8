import { useCallback, useEffect, useState, type RefObject } from "react";
import { ApiError } from "./api";
import { applyEdit, insertBlock, selectionOf } from "./composer-edit";
import type { ComposerLabels } from "./composer-labels";
import { sendFile } from "./send-file";

type Uploads = { status: string; upload: (files: File[]) => void };

/** Pictures and files that are chosen, pasted or dropped on the field. */
export function useUploads(field: RefObject<HTMLTextAreaElement | null>, labels: ComposerLabels): Uploads {
  const [status, setStatus] = useState("");
  const upload = useCallback(
    async (files: File[]) => {
      for (const file of files) {
        setStatus(labels.uploading.replace("{name}", file.name));
        try {
          const markdown = await send(file);
          if (field.current) applyEdit(field.current, insertBlock(selectionOf(field.current), markdown));
          setStatus("");
        } catch (error) {
          const reason = error instanceof ApiError ? ` ${error.message}` : "";
          return setStatus(labels.uploadFailed.replace("{name}", file.name) + reason);
        }
      }
    },
    [field, labels],
  );
  useEffect(() => {
    const element = field.current;
    const box = element?.closest(".composer");
    const take = (event: Event, data: DataTransfer | null) => {
      const files = [...(data?.files ?? [])];
      box?.classList.remove("over");
      if (files.length === 0) return;
      event.preventDefault();
      void upload(files);
    };
    const onPaste = (event: ClipboardEvent) => take(event, event.clipboardData);
    const onDrop = (event: DragEvent) => take(event, event.dataTransfer);
    const onOver = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      box?.classList.add("over");
    };
    const onLeave = () => box?.classList.remove("over");
    element?.addEventListener("paste", onPaste);
    element?.addEventListener("drop", onDrop);
    element?.addEventListener("dragover", onOver);
    element?.addEventListener("dragleave", onLeave);
    return () => {
      element?.removeEventListener("paste", onPaste);
      element?.removeEventListener("drop", onDrop);
      element?.removeEventListener("dragover", onOver);
      element?.removeEventListener("dragleave", onLeave);
    };
  }, [field, upload]);
  return { status, upload: (files) => void upload(files) };
}

async function send(file: File): Promise<string> {
  return (await sendFile<{ markdown: string }>("/files", file)).markdown;
}
