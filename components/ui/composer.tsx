"use client";

import {
  useCallback,
  useEffect,
  useRef,
  useState,
  type ComponentType,
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
} from "react";
import type { ComposerLabels } from "./composer-labels";
import type { ComposerToolsProps } from "./composer-tools";
import { CircleAlert } from "./island-icons";
import { useDraft } from "./use-draft";
import { whenReleased } from "./when-released";

export type ComposerProps = {
  id: string;
  /** The field's name in its form. Without script it is a plain <textarea>. */
  name?: string;
  label: string;
  labelHidden?: boolean;
  labels: ComposerLabels;
  placeholder?: string;
  defaultValue?: string;
  /** Drafts are kept and found again under this key. */
  draftKey?: string;
  error?: string;
  required?: boolean;
  maxLength?: number;
  rows?: number;
  /** The tools appear when the field is entered, as below a thread; otherwise they are there from the start. */
  quiet?: boolean;
  /** Previewed by the rules of articles: steps, callouts, own headings. */
  article?: boolean;
  /** The button that sends, and what belongs beside it. */
  footer?: ReactNode;
  onChange?: (text: string) => void;
};

/**
 * A Markdown field: grows, keeps its draft, sends on Ctrl/⌘ + Enter. Its tools are fetched when needed and join
 * the field, which is never exchanged: nothing typed, selected or focused meanwhile is lost.
 */
export function Composer(props: ComposerProps) {
  const {
    id,
    name = "body",
    label,
    labelHidden,
    labels,
    draftKey,
    error,
    quiet,
    footer,
    onChange,
    rows = 4,
  } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  const [Tools, setTools] = useState<ComponentType<ComposerToolsProps>>();
  const [previewing, setPreviewing] = useState(false);
  const changed = useCallback(() => {
    grow(field.current);
    onChange?.(field.current?.value ?? "");
  }, [onChange]);
  const draft = useDraft(field, draftKey, changed);
  const showTools = useCallback(() => {
    // They push down what is below them, so they wait until no button is being pressed there.
    void import("./composer-tools").then((it) => whenReleased(() => setTools(() => it.default)));
  }, []);
  useEffect(() => {
    if (!quiet || document.activeElement === field.current) showTools();
  }, [quiet, showTools]);
  return (
    <div className="composer-box">
      <label className={labelHidden ? "vh" : "lab mb-1.5 block"} htmlFor={id}>
        {label}
      </label>
      <div className={error ? "composer bad" : "composer"}>
        {draft.restored && (
          <div className="drf" role="status">
            {labels.draftRestored}
            <button type="button" className="lk" onClick={draft.discard}>
              {labels.draftDiscard}
            </button>
          </div>
        )}
        {Tools ? (
          <Tools field={field} labels={labels} previewing={previewing} onPreview={setPreviewing} article={props.article} />
        ) : (
          !quiet && <div className="tb" />
        )}
        <textarea
          ref={field}
          id={id}
          name={name}
          className="txt"
          rows={rows}
          style={{ "--rows": rows } as CSSProperties}
          placeholder={props.placeholder}
          defaultValue={props.defaultValue}
          required={props.required}
          maxLength={props.maxLength}
          hidden={previewing}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          aria-keyshortcuts="Control+Enter Meta+Enter"
          onFocus={Tools ? undefined : showTools}
          onKeyDown={sendOnEnter}
          onInput={() => {
            changed();
            draft.keep();
          }}
        />
        <div className="cf">
          <span className="hint grow hide-phone">{draftKey ? labels.draftSaved : ""}</span>
          {footer}
        </div>
      </div>
      {error && (
        <span className="err" id={`${id}-error`} role="alert">
          <CircleAlert size={16} className="mt-[2px]" />
          {error}
        </span>
      )}
    </div>
  );
}

function sendOnEnter(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}

/** For browsers that can't size a field by its content; the style sheet holds the 40 % of the screen. */
function grow(field: HTMLTextAreaElement | null): void {
  if (!field || CSS.supports("field-sizing", "content")) return;
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight}px`;
}
