import { hash, verify } from "@node-rs/argon2";
import { concurrencyLimit } from "./concurrency-limit";
import { singleton } from "./singleton";

/** Argon2id (the library's default) with 64 MiB and 3 passes: about 60 ms, four times the ASVS floor. */
const parameters = { memoryCost: 65_536, timeCost: 3, parallelism: 1 } as const;
const currentPrefix = "$argon2id$v=19$m=65536,t=3,p=1$";

/** Verified in place of the hash an unknown user does not have, so that both answers take the same time. */
const nobodysHash = `${currentPrefix}LWREy4Ac7RjFef1KQBjJkQ$Czvkpml/svJQMSvO0od9gAH2raczDlqEgIORSI0voEg`;

/** Two at once take 128 MiB; a flood of sign-ins waits or is sent away instead of filling the memory. */
const limited = singleton("passwords", () =>
  concurrencyLimit({ active: 2, queued: 40, retryAfterSeconds: 5 }),
);

export function hashPassword(password: string): Promise<string> {
  return limited(() => hash(password, parameters));
}

/**
 * Whether the password is the one behind the hash. `null`, for a user who does not exist or has none, takes as long
 * and is never right.
 */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const matches = await limited(() => verify(stored ?? nobodysHash, password).catch(() => false));
  return stored !== null && matches;
}

/** Made with older parameters: to be replaced at the next sign-in, when the password is at hand. */
export function needsRehash(stored: string): boolean {
  return !stored.startsWith(currentPrefix);
}
