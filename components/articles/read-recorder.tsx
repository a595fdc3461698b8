"use client";

import { useEffect } from "react";
import { useOverlay } from "@/components/layout/overlay";
import { apiFetch } from "@/components/ui/api";

/** Longer than a glance: then it was read. */
const glance = 5_000;

/** Remembers for signed-in members that this was read, so that nobody sends them here again. */
export function ReadRecorder({ id }: { id: number }) {
  const signedIn = useOverlay().me !== null;
  useEffect(() => {
    if (!signedIn) return;
    const timer = setTimeout(() => void apiFetch(`/articles/${id}/reads`, { method: "POST" }).catch(() => undefined), glance);
    return () => clearTimeout(timer);
  }, [id, signedIn]);
  return null;
}
