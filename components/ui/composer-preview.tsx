import { useEffect, useState } from "react";
import { apiFetch } from "./api";
import type { ComposerLabels } from "./composer-labels";
import { Markdown } from "./markdown";
import { Skeleton } from "./skeleton";

/** Rendered by the server, by the same rules as what will be posted. */
export function ComposerPreview({ text, labels, article = false }: { text: string; labels: ComposerLabels; article?: boolean }) {
  const [html, setHtml] = useState<string | null>(text.trim() ? null : "");
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (!text.trim()) return;
    const stop = new AbortController();
    apiFetch<{ html: string }>("/preview", { method: "POST", body: { body: text, article }, signal: stop.signal })
      .then((preview) => setHtml(preview.html))
      .catch(() => stop.signal.aborted || setFailed(true));
    return () => stop.abort();
  }, [text, article]);
  return (
    <div className="pv" tabIndex={0} role="region" aria-label={labels.preview} aria-live="polite">
      {failed ? (
        <p className="err">{labels.previewFailed}</p>
      ) : html === null ? (
        <Skeleton lines={3} />
      ) : html ? (
        <Markdown html={html} />
      ) : (
        <p className="mut">{labels.previewEmpty}</p>
      )}
    </div>
  );
}
