import { useState, type RefObject, type SyntheticEvent } from "react";
import { applyEdit } from "@/components/ui/composer-edit";
import { mentioned } from "@/lib/platform/language/mentioned";
import type { ChoiceEntry } from "./choice-menu";
import { useChoice } from "./use-choice";

/** "@ord" anywhere in a note: whom one can ask. Also which names in it ask nobody. */
export function useMention(text: string, known: ChoiceEntry[], field: RefObject<HTMLTextAreaElement | null>) {
  const [caret, setCaret] = useState(0);
  const typed = /(?:^|\s)@([\p{L}\p{N}-]{0,40})$/u.exec(text.slice(0, caret))?.[1] ?? null;
  const word = typed?.toLowerCase() ?? "";
  const fitting = known.filter(({ name, hint }) => `${name} ${hint}`.toLowerCase().includes(word));
  const choice = useChoice(typed, fitting, ({ text: insert }) => {
    const element = field.current;
    if (!element || typed === null) return;
    const from = caret - typed.length - 1;
    const end = from + insert.length;
    applyEdit(element, { from, to: caret, insert, start: end, end });
  });
  const unknown = [...mentioned(text)].filter((name) => name !== word && !known.some(({ hint }) => hint === `@${name}`));
  const onSelect = ({ currentTarget }: SyntheticEvent<HTMLTextAreaElement>) => setCaret(currentTarget.selectionStart);
  return { ...choice, unknown, field: { ...choice.field, onSelect } };
}
