"use client";

import { DeadEnd } from "@/components/layout/dead-end";
import "./globals.css";

/** Stands in for the root layout when that is what broke. */
export default function SiteCrashed({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <html lang="en">
      <body>
        <DeadEnd kind="crash" reference={error.digest} onRetry={reset} />
      </body>
    </html>
  );
}
