"use client";

import { useState } from "react";
import { apiFetch } from "@/components/ui/api";
import { Button } from "@/components/ui/button";

/** Nothing brings a video back, so it takes two presses. */
export function DeleteVideo({ id, texts }: { id: number; texts: { ask: string; sure: string; failed: string } }) {
  const [asked, setAsked] = useState(false);
  const [failed, setFailed] = useState(false);
  const remove = () => {
    apiFetch(`/videos/${id}`, { method: "DELETE" }).then(
      () => location.reload(),
      () => setFailed(true),
    );
  };
  return (
    <p>
      <Button look="dang" size="d" onClick={asked ? remove : () => setAsked(true)}>
        {asked ? texts.sure : texts.ask}
      </Button>
      {failed && (
        <span className="err" role="alert">
          {texts.failed}
        </span>
      )}
    </p>
  );
}
