import type { tags as en } from "../en/tags";

export const tags: Record<keyof typeof en, string> = {
  "error.tag.unknown": "Das Schlagwort „{tag}“ gibt es noch nicht. Bitte wählen Sie ein anderes.",
};
