"use client";

import { useKeys } from "@/components/layout/use-keys";

/** Single keys press the button or link that carries them as data-key. */
export function CaseKeys({ keys }: { keys: string }) {
  useKeys(Object.fromEntries([...keys].map((key) => [key, () => document.querySelector<HTMLElement>(`[data-key="${key}"]`)?.click()])));
  return null;
}
