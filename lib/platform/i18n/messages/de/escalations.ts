import type { escalations as en } from "../en/escalations";

export const escalations: Record<keyof typeof en, string> = {};
