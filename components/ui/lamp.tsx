export type LampState = "open" | "busy" | "closed";

/** Is a human of the company there: lit, half, empty. Always beside the words that say so. */
export function Lamp({ state }: { state: LampState }) {
  return (
    <span className={`lampdot l-${state}`} aria-hidden="true">
      <svg width="18" height="18" viewBox="0 0 18 18">
        {state === "open" && (
          <>
            <circle cx="9" cy="9" r="7.6" className="halo" />
            <circle cx="9" cy="9" r="4.6" className="core" />
          </>
        )}
        {state === "busy" && (
          <>
            <circle cx="9" cy="9" r="6.4" className="ring" />
            <path d="M9 2.6a6.4 6.4 0 0 1 0 12.8z" className="core" />
          </>
        )}
        {state === "closed" && <circle cx="9" cy="9" r="6.4" className="ring off" />}
      </svg>
    </span>
  );
}
