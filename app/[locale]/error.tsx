"use client";

import { DeadEnd } from "@/components/layout/dead-end";

export default function PageCrashed({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return <DeadEnd reference={error.digest} onRetry={reset} />;
}
