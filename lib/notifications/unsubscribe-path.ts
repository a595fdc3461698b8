import { createHmac, timingSafeEqual } from "node:crypto";

/** Where a letter's "stop" leads: works without signing in and changes nothing else. */
export function unsubscribePath(memberId: number): string {
  return `/unsubscribe?member=${memberId}&proof=${proofOf(memberId)}`;
}

export function isUnsubscribeProof(memberId: number, proof: string): boolean {
  const right = proofOf(memberId);
  return right.length === proof.length && timingSafeEqual(Buffer.from(right), Buffer.from(proof));
}

function proofOf(memberId: number): string {
  return createHmac("sha256", process.env.AUTH_SECRET ?? "").update(`unsubscribe|${memberId}|notifications`).digest("base64url");
}
