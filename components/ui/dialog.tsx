"use client";

import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from "react";

type DialogProps = {
  open: boolean;
  onClose: () => void;
  /** A question. */
  title: string;
  /** Verbs on the buttons. */
  actions?: ReactNode;
  children?: ReactNode;
};

/** The browser's own dialog: it keeps the focus inside, closes on Escape and gives the focus back. */
export function Dialog({ open, onClose, title, actions, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    if (open && element && !element.open) element.showModal();
    if (!open && element?.open) element.close();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && dialog.current.close()}
      onKeyDown={(event) => sends(event) && dialog.current?.querySelector<HTMLElement>(".da .pri")?.click()}
    >
      <h2 id={titleId}>{title}</h2>
      {children}
      {actions && <div className="da">{actions}</div>}
    </dialog>
  );
}

/** The same key as in every field for writing. */
function sends({ key, ctrlKey, metaKey, repeat, defaultPrevented }: KeyboardEvent): boolean {
  return key === "Enter" && (ctrlKey || metaKey) && !repeat && !defaultPrevented;
}
