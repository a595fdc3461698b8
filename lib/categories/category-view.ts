import type { Locale } from "@/lib/platform/i18n/locale";
import type { Audience } from "./visible";

export type CategoryView = {
  id: number;
  slug: string;
  parentId: number | null;
  name: Record<Locale, string>;
  description: Record<Locale, string>;
  /** A lucide icon name. */
  icon: string;
  position: number;
  audience: Audience;
  departmentId: number | null;
  /** Published threads in this category alone. */
  threadCount: number;
};

export type CategoryNode = CategoryView & {
  children: CategoryNode[];
  /** Published threads in it and all below it. */
  totalThreadCount: number;
};
