import type { comments as en } from "../en/comments";

export const comments: Record<keyof typeof en, string> = {};
