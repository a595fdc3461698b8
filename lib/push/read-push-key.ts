import { generateKeyPairSync } from "node:crypto";
import { eq } from "drizzle-orm";
import { db, inTransaction } from "@/db/client";
import { settings } from "@/db/schema";

type PushKey = { publicKey: string; privateJwk: JsonWebKey };
const KEY = "push.key";

/** The pair of keys that push services know this community by; made once, kept like every other setting. */
export async function readPushKey(): Promise<PushKey> {
  const known = await read();
  if (known) return known;
  await inTransaction((tx) => tx.insert(settings).values({ key: KEY, value: makeKey() }).onConflictDoNothing());
  const made = await read();
  if (!made) throw new Error("no push key");
  return made;
}

async function read(): Promise<PushKey | undefined> {
  const [row] = await db.select({ value: settings.value }).from(settings).where(eq(settings.key, KEY));
  return row?.value as PushKey | undefined;
}

/** As browsers want it: an uncompressed point, 4, x, y. */
function makeKey(): PushKey {
  const privateJwk = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({ format: "jwk" }) as JsonWebKey;
  const part = (text = "") => Buffer.from(text, "base64url");
  return { publicKey: Buffer.concat([Buffer.from([4]), part(privateJwk.x), part(privateJwk.y)]).toString("base64url"), privateJwk };
}
