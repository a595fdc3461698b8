import type { Locale } from "@/lib/platform/i18n/locale";

export const calloutKinds = ["note", "tip", "important", "warning", "caution", "spoiler"] as const;
export type CalloutKind = (typeof calloutKinds)[number];

export interface Labels extends Record<CalloutKind, string> {
  table: string;
  code: string;
  footnotes: string;
  backToText: string;
  done: string;
  open: string;
}

/**
 * The few words rendering adds. They are stored inside the HTML in the language of the text, not of the
 * reader, so they are not interface messages.
 */
export const labels: Record<Locale, Labels> = {
  en: {
    note: "Note",
    tip: "Tip",
    important: "Important",
    warning: "Warning",
    caution: "Caution",
    spoiler: "Show hidden text",
    table: "Table",
    code: "Code",
    footnotes: "Footnotes",
    backToText: "Back to the text",
    done: "Done",
    open: "Open",
  },
  de: {
    note: "Hinweis",
    tip: "Tipp",
    important: "Wichtig",
    warning: "Warnung",
    caution: "Vorsicht",
    spoiler: "Verborgenen Text zeigen",
    table: "Tabelle",
    code: "Code",
    footnotes: "Fußnoten",
    backToText: "Zurück zum Text",
    done: "Erledigt",
    open: "Offen",
  },
};
