import { eq, isNotNull } from "drizzle-orm";
import { db, inTransaction } from "@/db/client";
import { searchGaps } from "@/db/schema";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { isFilled, replayGap } from "./replay-gap";

const job = { kind: "system", job: "search.gaps" } as const;
const most = 500;

/** Nightly: what was closed is asked again; what is not found any more is open again, with its owner. */
export async function replayGaps(): Promise<void> {
  const closed = await db.select().from(searchGaps).where(isNotNull(searchGaps.closedAt)).limit(most);
  for (const gap of closed) {
    const replay = await replayGap(gap);
    const filled = isFilled(replay);
    await inTransaction(async (tx) => {
      const reopening = filled ? {} : { closedAt: null, closedById: null, reopenedAt: now() };
      await tx
        .update(searchGaps)
        .set({ replay, replayedAt: now(), ...reopening })
        .where(eq(searchGaps.id, gap.id));
      if (!filled) await recordAudit(tx, job, "search_gap.reopened", { kind: "search_gap", id: gap.id }, { replay });
    });
  }
}
