import { useCallback, useEffect, useRef, useState, type ClipboardEvent, type DragEvent } from "react";
import { ApiError, errorText } from "@/components/ui/api";
import { sendFile } from "@/components/ui/send-file";
import { largestFile } from "@/lib/platform/files/file-limits";
import { filesOf, lineOf, type SentFile, withoutFiles } from "@/lib/platform/markdown/file-lines";
import type { RoomText } from "./room-texts";

export type Attached = { key: number; name: string } & (
  { state: "loading"; /** From 0 to 1. */ share: number } | { state: "failed"; reason: string } | { state: "there"; file: SentFile }
);

type FilesOptions = {
  conversationId: number;
  t: RoomText;
  text: string;
  onText: (text: string) => void;
  /** What was to be sent meanwhile: everything has arrived. */
  onArrived: () => void;
};

/** Files that go along with the next message; only those in the conversation can ever open them. */
export function useFiles({ conversationId, t, text, onText, onArrived }: FilesOptions) {
  const [attached, setAttached] = useState<Attached[]>([]);
  const [due, setDue] = useState(false);
  const last = useRef(0);
  const running = useRef(new Map<number, AbortController>());
  const loading = attached.some(({ state }) => state === "loading");

  const load = useCallback(
    async (file: File) => {
      const key = ++last.current;
      const show = (now: Attached) => setAttached((all) => all.map((one) => (one.key === key ? now : one)));
      const fail = (reason: string) => show({ key, name: file.name, state: "failed", reason });
      setAttached((all) => [...all, { key, name: file.name, state: "loading", share: 0 }]);
      if (file.size > largestFile) return fail(t("room.file.tooLarge", { megabytes: largestFile / 1024 / 1024 }));
      const stop = new AbortController();
      running.current.set(key, stop);
      try {
        const { markdown } = await sendFile<{ markdown: string }>(`/files?conversation=${conversationId}`, file, {
          signal: stop.signal,
          onProgress: (share) => show({ key, name: file.name, state: "loading", share }),
        });
        const [stored] = filesOf(markdown);
        if (stored) show({ key, name: file.name, state: "there", file: stored });
      } catch (error) {
        fail((error instanceof ApiError && error.fields.file) || errorText(error, t("room.connection.lost")));
      }
      running.current.delete(key);
    },
    [conversationId, t],
  );

  // What is taken back, or was kept over a reload, brings its files along as lines.
  useEffect(() => {
    const kept = filesOf(text);
    if (kept.length === 0) return;
    setAttached((all) => [...all, ...kept.map((file) => ({ key: ++last.current, name: file.name, state: "there" as const, file }))]);
    onText(withoutFiles(text));
  }, [text, onText]);

  useEffect(() => {
    if (!due || loading) return;
    setDue(false);
    if (attached.every(({ state }) => state === "there")) onArrived();
  }, [due, loading, attached, onArrived]);

  const add = (files: FileList | null) => [...(files ?? [])].forEach((file) => void load(file));
  const take = (event: ClipboardEvent | DragEvent, { files }: DataTransfer) => {
    if (files.length === 0) return;
    event.preventDefault();
    add(files);
  };
  const there = attached.flatMap((one) => (one.state === "there" ? [lineOf(one.file)] : []));
  return {
    attached,
    loading,
    due,
    /** The words with the files below them. */
    whole: [text.trim(), ...there].filter(Boolean).join("\n"),
    add,
    remove: (key: number) => {
      running.current.get(key)?.abort();
      setAttached((all) => all.filter((one) => one.key !== key));
    },
    clear: () => setAttached([]),
    sendWhenArrived: () => setDue(true),
    onPaste: (event: ClipboardEvent) => take(event, event.clipboardData),
    /** For the element that takes what is dropped. */
    drop: {
      onDragOver: (event: DragEvent) => {
        if (event.dataTransfer.types.includes("Files")) event.preventDefault();
      },
      onDrop: (event: DragEvent) => take(event, event.dataTransfer),
    },
  };
}

export type Files = ReturnType<typeof useFiles>;
