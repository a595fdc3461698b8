import type { moderation as en } from "../en/moderation";

export const moderation: Record<keyof typeof en, string> = {};
