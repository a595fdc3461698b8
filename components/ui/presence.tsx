import type { ReactNode } from "react";

export type PresenceState = "online" | "full" | "away" | "break" | "offline" | "notResponding" | "lost";

const shapes: Record<PresenceState, { className: string; shape: ReactNode }> = {
  online: { className: "p-online", shape: <circle cx="6" cy="6" r="5" className="pf" /> },
  full: {
    className: "p-busy",
    shape: (
      <>
        <circle cx="6" cy="6" r="4.2" className="ps" />
        <path d="M6 1.8a4.2 4.2 0 0 1 0 8.4z" className="pf" />
      </>
    ),
  },
  away: {
    className: "p-away",
    shape: <path d="M9.9 7.6A4.6 4.6 0 1 1 5 1.3a3.8 3.8 0 0 0 4.9 6.3z" className="pf" />,
  },
  break: {
    className: "p-brk",
    shape: (
      <>
        <rect x="1.6" y="1.6" width="8.8" height="8.8" rx="2" className="pf" />
        <path d="M4.7 4v4M7.3 4v4" className="pk" />
      </>
    ),
  },
  offline: { className: "p-offline", shape: <circle cx="6" cy="6" r="4.2" className="ps" /> },
  notResponding: {
    className: "p-noresp",
    shape: (
      <>
        <path d="M6 .9 11.3 10.6H.7z" className="pf" />
        <path d="M6 4.4v2.6" className="pk" />
      </>
    ),
  },
  lost: {
    className: "p-lost",
    shape: <circle cx="6" cy="6" r="4.2" className="ps" strokeDasharray="2.6 2" />,
  },
};

/** The shape beside the word ("presence.…" in the messages); `on` puts it at the corner of a picture. */
export function Presence({ state, on }: { state: PresenceState; on?: boolean }) {
  const { className, shape } = shapes[state];
  return (
    <svg
      className={`pres ${className}${on ? " on" : ""}`}
      width="12"
      height="12"
      viewBox="0 0 12 12"
      aria-hidden="true"
    >
      {shape}
    </svg>
  );
}
