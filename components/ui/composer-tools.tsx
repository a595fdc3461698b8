"use client";

import { useEffect, useRef, useState, type RefObject } from "react";
import {
  applyEdit,
  insertLink,
  selectionOf,
  toggleAround,
  toggleCode,
  togglePrefix,
  type Edit,
  type Selection,
} from "./composer-edit";
import type { ComposerLabels } from "./composer-labels";
import { ComposerMentions } from "./composer-mentions";
import { ComposerPreview } from "./composer-preview";
import { useUploads } from "./composer-uploads";
import type { IconType } from "./icon";
import { IconButton } from "./icon-button";
import { Bold, Code, Heading, Image, Italic, Link, List, ListOrdered, TextQuote } from "./icons";
import { Segment } from "./segment";

type Field = RefObject<HTMLTextAreaElement | null>;
type Tool = {
  name: keyof ComposerLabels;
  icon: IconType;
  key?: string;
  edit: (selection: Selection) => Edit;
};

const tools: Tool[] = [
  { name: "bold", icon: Bold, key: "b", edit: (selection) => toggleAround(selection, "**") },
  { name: "italic", icon: Italic, key: "i", edit: (selection) => toggleAround(selection, "*") },
  { name: "heading", icon: Heading, edit: (selection) => togglePrefix(selection, () => "## ") },
  {
    name: "numberedList",
    icon: ListOrdered,
    edit: (selection) => togglePrefix(selection, (line) => `${line + 1}. `),
  },
  { name: "list", icon: List, edit: (selection) => togglePrefix(selection, () => "- ") },
  { name: "quote", icon: TextQuote, edit: (selection) => togglePrefix(selection, () => "> ") },
  { name: "code", icon: Code, edit: toggleCode },
  { name: "link", icon: Link, key: "k", edit: insertLink },
];

export type ComposerToolsProps = {
  field: Field;
  labels: ComposerLabels;
  previewing: boolean;
  onPreview: (previewing: boolean) => void;
  article?: boolean;
};

export default function ComposerTools({ field, labels, previewing, onPreview, article }: ComposerToolsProps) {
  const picker = useRef<HTMLInputElement>(null);
  const { status, upload } = useUploads(field, labels);
  const [previewOf, setPreviewOf] = useState("");
  useToolKeys(field);
  const run = (edit: Tool["edit"]) =>
    field.current && applyEdit(field.current, edit(selectionOf(field.current)));
  const show = (preview: boolean) => {
    setPreviewOf(field.current?.value ?? "");
    onPreview(preview);
  };
  return (
    <>
      <div className="tb" role="toolbar" aria-label={labels.toolbar} onKeyDown={moveInToolbar}>
        {tools.map(({ name, icon, edit }, index) => (
          <IconButton
            key={name}
            icon={icon}
            label={labels[name]}
            tabIndex={index === 0 ? 0 : -1}
            disabled={previewing}
            onClick={() => run(edit)}
          />
        ))}
        <span className="sep" />
        <IconButton
          icon={Image}
          label={labels.file}
          tabIndex={-1}
          disabled={previewing}
          onClick={() => picker.current?.click()}
        />
        <input
          ref={picker}
          type="file"
          hidden
          multiple
          aria-label={labels.file}
          onChange={(event) => {
            upload([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = "";
          }}
        />
        <Segment
          label={labels.preview}
          items={[
            { label: labels.write, current: !previewing, onSelect: () => show(false) },
            { label: labels.preview, current: previewing, onSelect: () => show(true) },
          ]}
        />
      </div>
      {status && (
        <div className="drf" role="status">
          {status}
        </div>
      )}
      {previewing ? (
        <ComposerPreview text={previewOf} labels={labels} article={article} />
      ) : (
        <ComposerMentions field={field} label={labels.mentions} />
      )}
    </>
  );
}

/** The toolbar is one stop for Tab; the arrows move inside it. */
function moveInToolbar(event: React.KeyboardEvent<HTMLDivElement>): void {
  const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
  if (step === 0) return;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLButtonElement>("button:not([disabled])")];
  const at = buttons.findIndex((button) => button === document.activeElement);
  buttons[(at + step + buttons.length) % buttons.length]?.focus();
}

function useToolKeys(field: Field): void {
  useEffect(() => {
    const element = field.current;
    const onKey = (event: KeyboardEvent) => {
      if (!element || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
      const tool = tools.find(({ key }) => key === event.key.toLowerCase());
      if (!tool) return;
      event.preventDefault();
      applyEdit(element, tool.edit(selectionOf(element)));
    };
    element?.addEventListener("keydown", onKey);
    return () => element?.removeEventListener("keydown", onKey);
  }, [field]);
}
