/** The stem is the question, the two arms are the answer opening out to all, the lit dot is where they meet. */
export function Mark({ size = 26 }: { size?: number }) {
  return (
    <svg className="mark" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <path d="M4 5.4a2.5 2.5 0 0 1 5 0v18.9L4 29z" fill="currentColor" />
      <path
        d="M26.6 5.3 19 12.1M26.6 26.7 19 19.9"
        stroke="currentColor"
        strokeWidth="5"
        strokeLinecap="round"
        fill="none"
      />
      <circle cx="14.2" cy="16" r="3.1" className="mark-dot" />
    </svg>
  );
}
