import { desc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { type CurvePoint, searchCalibrations } from "@/db/schema";
import type { Actor } from "@/lib/members/actor";
import { assertCan } from "@/lib/members/require-member";
import type { Locale } from "@/lib/platform/i18n/locale";
import { canSeeSearchTools } from "./permissions";
import { readSearchTuning } from "./read-tuning";

export type CalibrationView = {
  /** In force. */
  threshold: number;
  latest: { precision: number | null; recall: number | null; labels: number; positives: number; reason: string; curve: CurvePoint[]; createdAt: Date } | null;
  /** The last weeks, the oldest first. */
  history: { threshold: number; precision: number | null; createdAt: Date }[];
};

const days = 56;

/** From which likelihood on suggestions are called the same question in a language, why, and how it got there. */
export async function getCalibration(actor: Actor, locale: Locale): Promise<CalibrationView> {
  assertCan(canSeeSearchTools(actor));
  const [tuning, rows] = await Promise.all([
    readSearchTuning(),
    db.select().from(searchCalibrations).where(eq(searchCalibrations.locale, locale)).orderBy(desc(searchCalibrations.id)).limit(days),
  ]);
  return { threshold: tuning[locale].suggestionThreshold, latest: rows[0] ?? null, history: rows.reverse() };
}
