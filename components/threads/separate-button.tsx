"use client";

import { attempt } from "./attempt";
import { useThreadPlace } from "./thread-context";

/** Takes the merge of a thread back. */
export function SeparateButton({ id, label }: { id: number; label: string }) {
  const { words } = useThreadPlace();
  const separate = async () => {
    if (await attempt(`/threads/${id}/merge`, { method: "DELETE" }, { offline: words.offline })) location.reload();
  };
  return (
    <button type="button" className="lk" onClick={() => void separate()}>
      {label}
    </button>
  );
}
