import type { Locale } from "@/lib/platform/i18n/locale";

export type DepartmentRef = { id: number; slug: string; name: Record<Locale, string> };
