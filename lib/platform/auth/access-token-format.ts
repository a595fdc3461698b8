import { createHash, randomBytes } from "node:crypto";
import { newSecret } from "./secret-token";

/**
 * `kdg_<8 id>_<43 secret>_<6 checksum>`. The id finds the row, the checksum lets scanners of code and
 * logs tell a real token from something that looks like one, and costs a mistyped one no query.
 */
const shape = /^kdg_([a-z0-9]{8})_([\w-]{43})_([0-9a-f]{6})$/;

export function newAccessToken(): { token: string; publicId: string; secret: string } {
  const publicId = BigInt(`0x${randomBytes(8).toString("hex")}`).toString(36).padStart(8, "0").slice(-8);
  const secret = newSecret();
  const head = `kdg_${publicId}_${secret}`;
  return { token: `${head}_${checksum(head)}`, publicId, secret };
}

export function readAccessToken(text: string): { publicId: string; secret: string } | null {
  const found = shape.exec(text);
  const [, publicId, secret, sum] = found ?? [];
  if (!publicId || !secret || sum !== checksum(text.slice(0, -7))) return null;
  return { publicId, secret };
}

function checksum(head: string): string {
  return createHash("sha256").update(head).digest("hex").slice(0, 6);
}
