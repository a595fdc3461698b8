import type { members as en } from "../en/members";

export const members: Record<keyof typeof en, string> = {};
