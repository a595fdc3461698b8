import { useCallback, useState, type ClipboardEvent, type DragEvent } from "react";
import { ApiError, apiFetch, errorText } from "@/components/ui/api";
import type { RoomText } from "./room-texts";

type Attached = { url: string; name: string; markdown: string };

export type Pictures = {
  attached: Attached[];
  /** What is going on, or went wrong. */
  status: string;
  add: (files: File[]) => void;
  remove: (url: string) => void;
  onPaste: (event: ClipboardEvent) => void;
  /** For the element that takes what is dropped. */
  drop: { onDragOver: (event: DragEvent) => void; onDrop: (event: DragEvent) => void };
  /** The words with the pictures below them; afterwards none are attached. */
  take: (words: string) => string;
};

/** Pictures that go along with the next message; only those in the conversation can ever open them. */
export function usePictures(conversationId: number, t: RoomText): Pictures {
  const [attached, setAttached] = useState<Attached[]>([]);
  const [status, setStatus] = useState("");
  const add = useCallback(
    (files: File[]) => {
      void (async () => {
        for (const file of files) {
          setStatus(t("room.picture.loading", { name: file.name }));
          try {
            const body = new FormData();
            body.append("file", file);
            const stored = await apiFetch<Attached>(`/files?conversation=${conversationId}`, { method: "POST", body });
            setAttached((all) => [...all, stored]);
            setStatus("");
          } catch (error) {
            const reason = error instanceof ApiError ? (error.fields.file ?? error.message) : errorText(error, t("room.connection.lost"));
            return setStatus(t("room.picture.failed", { name: file.name, reason }));
          }
        }
      })();
    },
    [conversationId, t],
  );
  const onPaste = (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files];
    if (files.length === 0) return;
    event.preventDefault();
    add(files);
  };
  const drop = {
    onDragOver: (event: DragEvent) => {
      if (event.dataTransfer.types.includes("Files")) event.preventDefault();
    },
    onDrop: (event: DragEvent) => {
      if (event.dataTransfer.files.length === 0) return;
      event.preventDefault();
      add([...event.dataTransfer.files]);
    },
  };
  const take = (words: string) => {
    setAttached([]);
    setStatus("");
    return [words, ...attached.map(({ markdown }) => markdown)].filter(Boolean).join("\n");
  };
  return { attached, status, add, remove: (url) => setAttached((all) => all.filter((one) => one.url !== url)), onPaste, drop, take };
}
