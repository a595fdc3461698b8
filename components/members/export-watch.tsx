"use client";

import { useEffect } from "react";
import { apiFetch } from "@/components/ui/api";

const EVERY_MS = 3_000;

/** Shows the page anew when the export is ready; who comes back later finds it anyway. */
export function ExportWatch() {
  useEffect(() => {
    const look = async () => {
      if (document.hidden) return;
      const { state } = await apiFetch<{ state: string }>("/me/export");
      if (state === "ready") location.reload();
    };
    const timer = setInterval(() => void look().catch(() => undefined), EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return null;
}
