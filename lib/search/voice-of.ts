import { createHash } from "node:crypto";
import { now } from "@/lib/platform/clock";

/** Keeps a visitor's key presses together for a day without saying who it was. */
export function voiceOf(address: string): string {
  const day = now().toISOString().slice(0, 10);
  return createHash("sha256")
    .update(`${process.env.AUTH_SECRET ?? ""} ${address} ${day}`)
    .digest("base64url");
}
