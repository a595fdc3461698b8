import { lt } from "drizzle-orm";
import { inTransaction } from "@/db/client";
import { oneTimeTokens, sessions } from "@/db/schema";
import { now } from "@/lib/platform/clock";

/** Sessions and links that are over are worth nothing to anybody; once a day they go. */
export async function forgetExpired(): Promise<void> {
  await inTransaction(async (tx) => {
    await tx.delete(sessions).where(lt(sessions.expiresAt, now()));
    await tx.delete(oneTimeTokens).where(lt(oneTimeTokens.expiresAt, now()));
  });
}
