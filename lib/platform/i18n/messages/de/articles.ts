import type { articles as en } from "../en/articles";

export const articles: Record<keyof typeof en, string> = {};
