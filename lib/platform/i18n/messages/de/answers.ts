import type { answers as en } from "../en/answers";

export const answers: Record<keyof typeof en, string> = {};
