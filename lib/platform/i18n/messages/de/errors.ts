import type { errors as en } from "../en/errors";

export const errors: Record<keyof typeof en, string> = {
  "error.unknown": "Das hat nicht geklappt. Bitte versuchen Sie es noch einmal.",
};
