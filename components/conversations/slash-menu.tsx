import { BookOpen, Zap } from "@/components/ui/icons";
import type { ConsoleText } from "./console-texts";

export type SlashEntry = { key: string; kind: "macro" | "guide"; name: string; text: string };

type SlashMenuProps = { t: ConsoleText; id: string; entries: SlashEntry[]; active: number; onPick: (entry: SlashEntry) => void };

/** What a slash at the beginning finds; the field keeps the focus and says which one is meant. */
export function SlashMenu({ t, id, entries, active, onPick }: SlashMenuProps) {
  return (
    <ul className="slash" id={id} role="listbox" aria-label={t("console.slash")}>
      {entries.map((entry, index) => (
        <li
          key={entry.key}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === active}
          onPointerDown={(event) => {
            event.preventDefault();
            onPick(entry);
          }}
        >
          {entry.kind === "macro" ? <Zap size={16} /> : <BookOpen size={16} />}
          <b>{entry.name}</b>
          <span className="mut">{entry.kind === "macro" ? entry.text : t("state.guide")}</span>
        </li>
      ))}
      {entries.length === 0 && (
        <li className="mut" role="option" aria-selected={false} aria-disabled="true">
          {t("console.slashNone")}
        </li>
      )}
    </ul>
  );
}
