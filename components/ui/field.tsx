import type { ReactNode } from "react";
import { CircleAlert } from "./island-icons";

export type FieldTexts = {
  label: string;
  hint?: string;
  /** A sentence that helps to set it right. */
  error?: string;
  /** The word for "optional", shown beside the label. */
  optional?: string;
};

/** Label above, hint and error below. The control inside takes fieldAria(id, texts). */
export function Field({
  id,
  label,
  hint,
  error,
  optional,
  children,
}: FieldTexts & { id: string; children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {optional && <span className="opt">{optional}</span>}
      </label>
      {children}
      <FieldNotes id={id} hint={hint} error={error} />
    </div>
  );
}

export function FieldNotes({ id, hint, error }: { id: string; hint?: string; error?: string }) {
  return (
    <>
      {error && (
        <span className="err" id={`${id}-error`}>
          <CircleAlert size={16} className="mt-[2px]" />
          {error}
        </span>
      )}
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </>
  );
}

export function fieldAria(id: string, { hint, error }: { hint?: string; error?: string }) {
  const describedBy = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ");
  return { id, "aria-invalid": error ? true : undefined, "aria-describedby": describedBy || undefined };
}
