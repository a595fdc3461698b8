import { sql } from "drizzle-orm";
import { db, inTransaction, type Tx } from "@/db/client";
import { members, notifications, settings } from "@/db/schema";
import { rebuildSearch } from "@/lib/search/rebuild-search";
import { loadArticles } from "./load-articles";
import { loadMacros } from "./load-macros";
import { loadModeration } from "./load-moderation";
import { loadPeople } from "./load-people";
import { loadPlaces } from "./load-places";
import { learnFromSearches, loadRules } from "./load-search-tools";
import { loadSearches } from "./load-searches";
import { loadShifts } from "./load-shifts";
import { loadThreads } from "./load-threads";
import { loadVideos } from "./load-videos";
import { loadWaitingChat } from "./load-waiting-chat";
import { emptyWorld, SAMPLE_PASSWORD } from "./world";

/**
 * Loads the sample community into an empty database and says how to sign in. All of it commits at
 * once: a start that is killed half-way leaves nothing, and the next one begins anew.
 */
export async function loadSample(tell: (line: string) => void): Promise<void> {
  const [known] = await db.select({ value: settings.value }).from(settings).where(sql`${settings.key} = 'sample'`);
  if (!known) {
    const [anybody] = await db.select({ id: members.id }).from(members).limit(1);
    if (anybody) return;
    const started = performance.now();
    tell("Loading the sample community …");
    const world = emptyWorld();
    await inTransaction(async (tx) => {
      await loadPlaces(tx, world);
      await loadPeople(tx, world);
      await loadShifts(tx, world);
      await loadMacros(tx, world);
      await loadThreads(tx, world, (done, all) => {
        if (done % 20 === 0 || done === all) tell(`  ${done} of ${all} threads`);
      });
      await loadArticles(tx, world);
      await loadVideos(tx, world);
      await loadModeration(tx, world);
      await loadSearches(tx, world);
      await loadRules(tx, world);
      await settle(tx);
      await loadWaitingChat(tx, world);
      await tx.insert(settings).values({ key: "sample", value: { loadedAt: new Date().toISOString() } });
    });
    await rebuildSearch();
    await learnFromSearches(world);
    tell(`  done in ${Math.round((performance.now() - started) / 100) / 10} s`);
  }
  tell("Sign in as any of these, password " + SAMPLE_PASSWORD + ":");
  tell("  customer  miriam.kessler@example.com");
  tell("  expert    jonas.wirth@example.com");
  tell("  agent     deniz.aydin@nordhang.example");
  tell("  manager   lena.hartmann@nordhang.example");
  tell("  admin     ruth.albers@nordhang.example");
}

/** The past is over: nobody is told of it now, and no ladder starts for it. */
async function settle(tx: Tx): Promise<void> {
  await tx.execute(sql`delete from graphile_worker._private_jobs`);
  await tx.update(notifications).set({ readAt: sql`created_at` }).where(sql`created_at < now() - interval '2 days'`);
}
