"use client";

import { useEffect } from "react";

/** Starts a video at the second that the address names, and at those of its transcript without leaving the page. */
export function StartAt() {
  useEffect(() => {
    const asked = new URLSearchParams(location.search).get("t");
    if (asked) {
      const wanted = playerOf(location.hash.slice(1)) ?? document.querySelector<HTMLVideoElement>(".vid video");
      // Without script each begins there; only one was meant.
      for (const other of document.querySelectorAll<HTMLVideoElement>(".vid video")) {
        if (other !== wanted) other.addEventListener("loadedmetadata", () => (other.currentTime = 0), { once: true });
      }
      play(wanted, Number(asked));
    }
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>(".vid a[data-start]") : null;
      if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      history.replaceState(history.state, "", link.href);
      play(playerOf(link.hash.slice(1)), Number(link.dataset.start));
    };
    document.addEventListener("click", onClick);
    return () => document.removeEventListener("click", onClick);
  }, []);
  return null;
}

function playerOf(id: string): HTMLVideoElement | null {
  return document.getElementById(id)?.querySelector("video") ?? null;
}

/** A browser that plays nothing unasked shows that second and waits. */
function play(video: HTMLVideoElement | null, seconds: number): void {
  if (!video || !Number.isFinite(seconds)) return;
  video.scrollIntoView({ block: "nearest" });
  video.preload = "metadata";
  video.currentTime = seconds;
  video.play().catch(() => undefined);
}
