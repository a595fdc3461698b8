import { TooMany } from "@/lib/platform/errors";
import { consume } from "@/lib/platform/rate-limit";
import { addressKey } from "./address-key";

/**
 * An address nobody has proved to be theirs gets one letter a day, a proved one some more an hour: our
 * forms must not be a way to flood a stranger. Says so by staying silent, because the answer would tell
 * whether the address is known here.
 */
export async function mayWriteTo(email: string, { proved = false }: { proved?: boolean } = {}): Promise<boolean> {
  try {
    await consume(proved ? "mailProved" : "mailUnproved", addressKey(email));
    return true;
  } catch (error) {
    if (error instanceof TooMany) return false;
    throw error;
  }
}
