import type { IconType } from "@/components/ui/icon";
import { AtSign, BookOpen, Zap } from "@/components/ui/icons";

export type ChoiceEntry = { key: string; kind: "macro" | "guide" | "colleague"; name: string; text: string; hint: string };

type ChoiceMenuProps = {
  id: string;
  label: string;
  /** What is said when nothing fits. */
  none: string;
  entries: ChoiceEntry[];
  active: number;
  onPick: (entry: ChoiceEntry) => void;
};

const icons: Record<ChoiceEntry["kind"], IconType> = { macro: Zap, guide: BookOpen, colleague: AtSign };

/** What is offered while one writes; the field keeps the focus and says which one is meant. */
export function ChoiceMenu({ id, label, none, entries, active, onPick }: ChoiceMenuProps) {
  return (
    <ul className="slash" id={id} role="listbox" aria-label={label}>
      {entries.map((entry, index) => {
        const Icon = icons[entry.kind];
        return (
          <li
            key={entry.key}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            ref={index === active ? (option) => option?.scrollIntoView({ block: "nearest" }) : undefined}
            onPointerDown={(event) => {
              event.preventDefault();
              onPick(entry);
            }}
          >
            <Icon size={16} />
            <b>{entry.name}</b>
            <span className="mut">{entry.hint}</span>
          </li>
        );
      })}
      {entries.length === 0 && (
        <li className="mut" role="option" aria-selected={false} aria-disabled="true">
          {none}
        </li>
      )}
    </ul>
  );
}
